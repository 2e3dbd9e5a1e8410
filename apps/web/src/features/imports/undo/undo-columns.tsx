"use client";
/** How an account of an undo is shown, before it is done and after: line, name, address, what becomes of it and why. */
import type { UndoHeap, UndoRowPage } from "@rollcall/accounts";
import { Checkbox } from "@rollcall/ui";
import { CompactRow, GridLink, type GridColumn } from "@rollcall/ui/data-grid";
import Link from "next/link";

export type UndoRow = UndoRowPage["rows"][number];

/** Before and after it is done. */
export const heapWords: Record<UndoHeap, { would: string; did: string }> = {
  restored: { would: "Goes back to before", did: "As it was before" },
  removed: { would: "Is removed", did: "Removed" },
  kept: { would: "Stays as now", did: "Kept" },
  gone: { would: "Is gone already", did: "Already gone" },
};

type Moment = "would" | "did";

/** An account that is gone has no page. */
function hasPage({ heap }: UndoRow, moment: Moment): boolean {
  return heap !== "gone" && (heap !== "removed" || moment === "would");
}

function Person({ row, moment }: { row: UndoRow; moment: Moment }) {
  const name = row.name ?? row.email ?? "–";
  if (!hasPage(row, moment)) return <span className="truncate">{name}</span>;
  return (
    <GridLink render={<Link href={`/users/${row.accountId}`} prefetch={false} />}>
      <span className="truncate">{name}</span>
    </GridLink>
  );
}

/** What a tick says to assistive technology. */
export const tickLabel = (row: UndoRow) => `Choose ${row.name ?? row.email ?? `row ${String(row.rowNo)}`}`;

export interface CompactUndoRowProps {
  row: UndoRow;
  moment: Moment;
  /** Where rows can be ticked. */
  tick?: { ticked: boolean; onTick: (ticked: boolean) => void };
}

export function CompactUndoRow({ row, moment, tick }: CompactUndoRowProps) {
  return (
    <CompactRow
      leading={
        tick && (
          // As large as a finger, above the link that covers the row.
          <label className="relative z-1 -m-2.5 flex size-11 shrink-0 items-center justify-center">
            <Checkbox aria-label={tickLabel(row)} checked={tick.ticked} onCheckedChange={tick.onTick} />
          </label>
        )
      }
      title={<Person row={row} moment={moment} />}
      detail={row.reason ?? row.email ?? ""}
      end={heapWords[row.heap][moment]}
    />
  );
}

export const undoColumns = (moment: Moment): GridColumn<UndoRow>[] => [
  {
    id: "line",
    header: "Line",
    width: 76,
    align: "end",
    cell: (row) => <span className="tabular text-foreground-3">{row.line ?? "–"}</span>,
  },
  {
    id: "name",
    header: "Name",
    width: "minmax(150px, 1.2fr)",
    cell: (row) => <Person row={row} moment={moment} />,
  },
  { id: "email", header: "Address", width: "minmax(180px, 1.4fr)", cell: (row) => row.email ?? "–" },
  {
    id: "heap",
    header: moment === "would" ? "What becomes of it" : "What became of it",
    width: 150,
    cell: (row) => heapWords[row.heap][moment],
  },
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
