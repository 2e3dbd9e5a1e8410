"use client";
/** Every import there was, newest first: what came of it, who did it and when. */
import type { ImportRecord } from "@rollcall/accounts";
import { Button, EmptyState, PageHeader, Panel, PanelBody, RelativeTime } from "@rollcall/ui";
import { CompactRow, GridLink, type GridColumn } from "@rollcall/ui/data-grid";
import { useInfiniteQuery } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import Link from "next/link";
import { useMemo } from "react";
import { useTRPC } from "../../../trpc/client";
import { LazyDataGrid } from "../../pieces/lazy-data-grid";
import { QueryTrouble } from "../../pieces/query-trouble";
import { useMay } from "../../shell/viewer-context";
import { countOf } from "../../pieces/words";
import { pollEvery } from "../poll-every";
import { uploadStore } from "../upload/use-upload";
import { OutcomeBar } from "../words/outcome-bar";
import { importNumber } from "../words/import-number";
import { StatusBadge } from "../words/status";
import { listImportsInput } from "./list-imports-input";

export function ImportsScreen() {
  const trpc = useTRPC();
  const mayRun = useMay("imports.run");
  const query = useInfiniteQuery(
    trpc.imports.list.infiniteQueryOptions(listImportsInput, {
      getNextPageParam: (page) => page.nextCursor,
      refetchInterval: ({ state }) => {
        const running = state.data?.pages.flatMap((page) => page.items).map(pollEvery) ?? [];
        return running.some((every) => every !== false) ? 2_000 : false;
      },
    }),
  );
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  // An empty list has the button in its middle.
  const start = mayRun && rows.length > 0 && (
    <Button
      variant="primary"
      icon={<FileUp />}
      render={<Link href="/imports/new" onClick={uploadStore.clear} />}
    >
      Import people
    </Button>
  );
  return (
    <Panel>
      <PageHeader title="Imports" actions={start} />
      <PanelBody scroll={false}>
        {query.isError && query.data === undefined ? (
          <QueryTrouble error={query.error} onRetry={() => void query.refetch()} what="list of imports" />
        ) : (
          <LazyDataGrid<ImportRecord>
            label="Imports"
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            loading={query.isPending}
            loadingMore={query.isFetchingNextPage}
            hasMore={query.hasNextPage}
            onEndReached={() => void query.fetchNextPage()}
            compactHeight={64}
            renderCompact={(row) => (
              <CompactRow
                title={<GridLink render={<Link href={`/imports/${row.id}`} />}>{row.fileName}</GridLink>}
                detail={countsOf(row)}
                end={<StatusBadge record={row} />}
                endDetail={<RelativeTime value={row.createdAt} />}
              />
            )}
            empty={<NoImports />}
          />
        )}
      </PanelBody>
    </Panel>
  );
}

const columns: GridColumn<ImportRecord>[] = [
  {
    id: "file",
    header: "File",
    width: "minmax(180px, 1.6fr)",
    cell: (row) => <GridLink render={<Link href={`/imports/${row.id}`} />}>{row.fileName}</GridLink>,
  },
  {
    id: "number",
    header: "Record",
    width: 84,
    cell: (row) => <span className="tabular text-foreground-3">{importNumber(row.id)}</span>,
  },
  { id: "status", header: "Status", width: 148, cell: (row) => <StatusBadge record={row} /> },
  {
    id: "outcome",
    header: "Rows",
    width: "minmax(120px, 0.9fr)",
    cell: (row) =>
      row.summary === null || row.status === "CANCELLED" || row.status === "FAILED" ? (
        <span className="text-foreground-3">–</span>
      ) : (
        <span className="flex w-40 max-w-full items-center">
          <OutcomeBar summary={row.summary} done={row.status === "COMPLETED"} />
        </span>
      ),
    overflow: "visible",
  },
  {
    id: "counts",
    header: "What",
    width: "minmax(150px, 1.2fr)",
    cell: (row) => <span className="text-foreground-2">{countsOf(row)}</span>,
  },
  {
    id: "who",
    header: "Who",
    width: "minmax(110px, 0.9fr)",
    cell: (row) => <span className="text-foreground-2">{row.confirmedBy ?? row.createdBy}</span>,
  },
  {
    id: "when",
    header: "When",
    width: 116,
    cell: (row) => (
      <span className="text-foreground-3">
        <RelativeTime value={row.createdAt} />
      </span>
    ),
  },
];

/** "12,361 created, 612 updated", or what it has got to. */
function countsOf({ status, summary, rows, undo }: ImportRecord): string {
  if (undo !== null) return `${countOf(undo.restored + undo.removed, "account")} taken back`;
  if (status === "CANCELLED" || status === "FAILED") return "nothing was changed";
  if (summary === null) return rows > 0 ? countOf(rows, "row") : "–";
  const done = status === "COMPLETED";
  const parts = [
    summary.create > 0 ? countOf(summary.create, done ? "created" : "new", done ? "created" : "new") : null,
    summary.update > 0
      ? countOf(summary.update, done ? "updated" : "update", done ? "updated" : "updates")
      : null,
    summary.problem > 0
      ? countOf(summary.problem, done ? "left out" : "to correct", done ? "left out" : "to correct")
      : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? "nothing to change" : parts.join(", ");
}

function NoImports() {
  return (
    <EmptyState
      title="Nobody has been brought in yet"
      description="Choose a file with one person a row. You see what would happen with every row before anything is changed, and every import stays on record here."
      actions={
        <>
          <Button variant="primary" icon={<FileUp />} render={<Link href="/imports/new" />}>
            Import people
          </Button>
          <Button render={<a href="/api/templates/hosted-users?sample=1" download />}>
            Get a sample file
          </Button>
        </>
      }
    />
  );
}
