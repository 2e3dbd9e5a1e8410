"use client";
/** The accounts that an undo would touch, or leave alone and why; each can be ticked to be taken back by itself. */
import { EmptyState, NothingFound } from "@rollcall/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/client";
import { PagedGrid } from "../../pieces/paged-grid";
import { CompactUndoRow, tickLabel, undoColumns, type UndoRow } from "./undo-columns";
import type { UndoView } from "./undo-url";

const columns = undoColumns("would");

export interface UndoRowsProps {
  importId: string;
  view: UndoView;
  onTick: (rows: number[]) => void;
}

export function UndoRows({ importId, view, onTick }: UndoRowsProps) {
  const trpc = useTRPC();
  const search = view.search.trim();
  const list = useInfiniteQuery(
    trpc.imports.undoRows.infiniteQueryOptions(
      {
        ...{ importId, limit: 100 },
        ...(view.heap === null ? {} : { heap: view.heap }),
        ...(search === "" ? {} : { search }),
      },
      { getNextPageParam: (page) => page.nextCursor, staleTime: 0 },
    ),
  );
  const data = list.data && { pages: list.data.pages.map((page) => ({ items: page.rows })) };
  const filtered = view.heap !== null || search !== "";
  return (
    <PagedGrid<UndoRow>
      list={{ ...list, data }}
      what="list of accounts"
      label="Accounts of this import"
      columns={columns}
      rowKey={(row) => String(row.rowNo)}
      selection={new Set(view.rows.map(String))}
      onSelectionChange={(keys) => onTick([...keys].map(Number))}
      selectLabel={tickLabel}
      renderCompact={(row, { selected }) => (
        <CompactUndoRow
          row={row}
          moment="would"
          tick={{
            ticked: selected,
            onTick: (ticked) =>
              onTick(ticked ? [...view.rows, row.rowNo] : view.rows.filter((rowNo) => rowNo !== row.rowNo)),
          }}
        />
      )}
      empty={
        filtered ? (
          <NothingFound className="m-4">
            No account is among these. Choose another heap, or look for something else.
          </NothingFound>
        ) : (
          <EmptyState title="No accounts" description="There is nothing left that could be taken back." />
        )
      }
    />
  );
}
