"use client";
/** What an undo did with every account: again as it was, gone, kept because somebody changed it since, or gone before. */
import type { UndoRowPage } from "@rollcall/accounts";
import { EmptyState, PanelBody } from "@rollcall/ui";
import { CompactRow, GridLink, type GridColumn } from "@rollcall/ui/data-grid";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "../../../trpc/client";
import { PagedGrid } from "../../pieces/paged-grid";

type Row = UndoRowPage["rows"][number];

export function UndoneRows({ importId }: { importId: string }) {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.imports.undoneRows.infiniteQueryOptions(
      { importId, limit: 100 },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const data = list.data && { pages: list.data.pages.map((page) => ({ items: page.rows })) };
  return (
    <PanelBody scroll={false}>
      <PagedGrid<Row>
        list={{ ...list, data }}
        what="list of accounts"
        label="Accounts of this undo"
        columns={columns}
        rowKey={(row) => String(row.rowNo)}
        renderCompact={(row) => (
          <CompactRow title={<Person row={row} />} detail={row.email ?? ""} end={heaps[row.heap]} />
        )}
        empty={
          <EmptyState title="No accounts" description="There was nothing that this undo could take back." />
        }
      />
    </PanelBody>
  );
}

const heaps: Record<Row["heap"], string> = {
  restored: "As it was before",
  removed: "Removed",
  kept: "Kept",
  gone: "Already gone",
};

/** A removed account has no page any more. */
function Person({ row }: { row: Row }) {
  const name = row.name ?? row.email ?? "–";
  if (row.heap === "removed" || row.heap === "gone") return <span className="truncate">{name}</span>;
  return (
    <GridLink render={<Link href={`/users/${row.accountId}`} prefetch={false} />}>
      <span className="truncate">{name}</span>
    </GridLink>
  );
}

const columns: GridColumn<Row>[] = [
  {
    id: "line",
    header: "Line",
    width: 76,
    align: "end",
    cell: (row) => <span className="tabular text-foreground-3">{row.line ?? "–"}</span>,
  },
  { id: "name", header: "Name", width: "minmax(150px, 1.2fr)", cell: (row) => <Person row={row} /> },
  { id: "email", header: "Address", width: "minmax(180px, 1.4fr)", cell: (row) => row.email ?? "–" },
  { id: "heap", header: "What became of it", width: 140, cell: (row) => heaps[row.heap] },
  {
    id: "why",
    header: "Why",
    width: "minmax(160px, 1.6fr)",
    cell: (row) => (
      <span className="truncate text-foreground-3" title={row.reason ?? undefined}>
        {row.reason ?? "–"}
      </span>
    ),
  },
];
