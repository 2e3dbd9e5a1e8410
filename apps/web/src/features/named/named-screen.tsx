"use client";
/** The list of groups or departments, with how many people are in each. */
import { Button, EmptyState, IconButton, NothingFound, Num, PanelBody, RelativeTime } from "@rollcall/ui";
import { CompactRow, GridLink, type GridColumn } from "@rollcall/ui/data-grid";
import { Plus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { DepartmentListItem, GroupListItem } from "@rollcall/accounts";
import { lazyPart } from "../pieces/lazy-part";
import { SearchPage } from "../pieces/search-page";
import { PagedGrid } from "../pieces/paged-grid";
import { useOnce } from "../pieces/use-once";
import { useUrlState } from "../pieces/use-url-state";
import { countOf } from "../pieces/words";
import { useIsPhone } from "../shell/reader";
import { useMay } from "../shell/viewer-context";
import { kinds, type KindWords, type NamedKind } from "./kinds";
import { namedQuery } from "./named-query";
import { useNamedList } from "./use-named";

const NameDialog = lazyPart(() => import("./name-dialog").then((module) => module.NameDialog));

type Row = GroupListItem | DepartmentListItem;

export function NamedScreen({ kind }: { kind: NamedKind }) {
  const words = kinds[kind];
  const [query, setQuery] = useUrlState(namedQuery);
  const list = useNamedList(kind, query);
  const mayWrite = useMay("accounts.write");
  const phone = useIsPhone();
  const [adding, setAdding] = useState(false);
  const addWanted = useOnce(adding);
  const pages = list.data?.pages ?? [];
  const total = pages[0]?.total;
  return (
    <SearchPage
      title={words.title}
      search={{
        label: `Search ${words.many}`,
        placeholder: `Name of a ${words.one}`,
        applied: query.search,
        apply: (search) => setQuery({ ...query, search }, "replace"),
      }}
      meta={total === undefined ? undefined : <Num value={total} />}
      actions={
        <>
          {mayWrite &&
            (phone ? (
              <IconButton
                label={`Add ${words.one}`}
                size="lg"
                icon={<Plus className="size-5" />}
                onClick={() => setAdding(true)}
              />
            ) : (
              <Button variant="primary" icon={<Plus />} onClick={() => setAdding(true)}>
                Add {words.one}
              </Button>
            ))}
        </>
      }
    >
      <PanelBody scroll={false}>
        <PagedGrid<Row>
          list={list}
          what={`list of ${words.many}`}
          label={words.title}
          columns={columnsOf(words)}
          rowKey={(row) => row.id}
          totalCount={total ?? null}
          sort={{ column: query.sort, direction: query.sort === "name" ? "asc" : "desc" }}
          onSortChange={({ column }) =>
            setQuery({ ...query, sort: column === "members" ? "members" : "name" })
          }
          renderCompact={(row) => (
            <CompactRow
              title={<NameLink words={words} row={row} />}
              detail={countOf(row.members, "person", "people")}
              endDetail={<RelativeTime value={row.createdAt} as="day" />}
            />
          )}
          empty={
            query.search.trim() === "" ? (
              <EmptyState
                title={words.emptyTitle}
                description={words.emptyWords}
                actions={mayWrite && <Button onClick={() => setAdding(true)}>Add {words.one}</Button>}
              />
            ) : (
              <NothingFound
                className="m-4 md:m-5"
                action={<Button onClick={() => setQuery({ ...query, search: "" })}>Clear</Button>}
              >
                No {words.one} matches <strong className="font-medium">“{query.search.trim()}”</strong>.
              </NothingFound>
            )
          }
        />
      </PanelBody>
      {addWanted && <NameDialog words={words} open={adding} onOpenChange={setAdding} />}
    </SearchPage>
  );
}

const policyColumn: GridColumn<Row> = {
  id: "policy",
  header: "Policy",
  width: "minmax(120px, 1fr)",
  cell: (row) =>
    "policy" in row && row.policy !== null ? (
      <span className="truncate">{row.policy.name}</span>
    ) : (
      <span className="text-foreground-3">–</span>
    ),
};

function columnsOf(words: KindWords): GridColumn<Row>[] {
  return [
    {
      id: "name",
      header: "Name",
      width: "minmax(220px, 2fr)",
      sortable: true,
      cell: (row) => <NameLink words={words} row={row} />,
    },
    ...(words.kind === "group" ? [policyColumn] : []),
    {
      id: "source",
      header: "Made by",
      width: "minmax(140px, 1fr)",
      cell: (row) => (
        <span className="text-foreground-3">{row.importId === null ? "Hand" : `Import ${row.importId}`}</span>
      ),
    },
    {
      id: "created",
      header: "Created",
      width: 120,
      cell: (row) => <RelativeTime value={row.createdAt} as="day" className="text-foreground-3" />,
    },
    {
      id: "members",
      header: "People",
      width: 120,
      align: "end",
      sortable: true,
      cell: (row) => <Num value={row.members} />,
    },
  ];
}

function NameLink({ words, row }: { words: KindWords; row: Row }) {
  return (
    <GridLink render={<Link href={`${words.href}/${row.id}`} prefetch={false} />}>
      <span className="truncate">{row.name}</span>
    </GridLink>
  );
}
