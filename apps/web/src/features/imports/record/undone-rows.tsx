"use client";
/** What an undo did with every account: again as it was, gone, kept because somebody changed it since, or gone before. */
import { EmptyState, PanelBody } from "@rollcall/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/client";
import { PagedGrid } from "../../pieces/paged-grid";
import { CompactUndoRow, undoColumns, type UndoRow } from "../undo/undo-columns";

const columns = undoColumns("did");

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
      <PagedGrid<UndoRow>
        list={{ ...list, data }}
        what="list of accounts"
        label="Accounts of this undo"
        columns={columns}
        rowKey={(row) => String(row.rowNo)}
        renderCompact={(row) => <CompactUndoRow row={row} moment="did" />}
        empty={
          <EmptyState title="No accounts" description="There was nothing that this undo could take back." />
        }
      />
    </PanelBody>
  );
}
