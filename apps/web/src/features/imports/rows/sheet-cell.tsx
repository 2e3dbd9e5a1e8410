"use client";
/** A cell of the sheet as it is read: what is in it, what is wrong with it, what the file had, and what it changes from. */
import type { ImportRowView } from "@rollcall/accounts";
import { Badge } from "@rollcall/ui";
import { Ban, ChevronRight, Link2 } from "lucide-react";
import { OutcomeBadge } from "../words/outcome";
import { causeOf, fileValue } from "./edit-target";
import { hasMore } from "./can-expand";
import { RowCell } from "./row-cell";
import type { SheetColumn } from "./sheet-columns";

export interface SheetCellProps {
  column: SheetColumn;
  row: ImportRowView;
  opened: boolean;
}

export function SheetCell({ column, row, opened }: SheetCellProps) {
  if (column.file !== null) {
    const before = fileValue(row, column.file.cells);
    return (
      <>
        <RowCell column={column.file} row={row} />
        {before !== null && <EditedMark before={before} />}
      </>
    );
  }
  if (column.id === "line")
    return (
      <span className="tabular w-full text-right text-foreground-3">{row.line.toLocaleString("en-GB")}</span>
    );
  if (column.id === "outcome") return <OutcomeCell row={row} opened={opened} />;
  return (
    <span
      title={row.why}
      className={`w-0 min-w-full truncate ${row.outcome === "problem" ? "text-foreground-2" : "text-foreground-3"}`}
    >
      {shortWhy(row, column.titles)}
    </span>
  );
}

/** The value stands in the cell that is marked, and the whole sentence in its help. */
function shortWhy(row: ImportRowView, titles: SheetColumn["titles"]): string {
  const error = row.problems.find(({ severity }) => severity === "error");
  if (row.outcome !== "problem" || error === undefined) return row.why;
  return titles?.get(causeOf(error)) ?? row.why;
}

function OutcomeCell({ row, opened }: { row: ImportRowView; opened: boolean }) {
  return (
    <span className="flex min-w-0 items-center gap-1">
      {hasMore(row) ? (
        <ChevronRight
          data-expander
          className={`-ml-1 size-3.5 shrink-0 cursor-pointer text-foreground-3 transition-transform ${opened ? "rotate-90" : ""}`}
        />
      ) : (
        // The words begin at one place in every row.
        <span aria-hidden className="-ml-1 size-3.5 shrink-0" />
      )}
      {row.decision === "skip" ? (
        <Badge variant="plain" tone="neutral" icon={<Ban />}>
          Left out
        </Badge>
      ) : (
        <OutcomeBadge outcome={row.outcome} />
      )}
      {row.decision === "link" && (
        <Link2 aria-label="Linked to an account" className="size-3.5 shrink-0 text-info" />
      )}
    </span>
  );
}

/** A corner of ink: somebody corrected this. */
function EditedMark({ before }: { before: string }) {
  const words = before === "" ? "Corrected. Empty in the file." : `Corrected. The file has “${before}”.`;
  return (
    <>
      <span
        aria-hidden
        title={words}
        className="absolute top-0 right-0 size-0 border-t-[7px] border-l-[7px] border-t-accent border-l-transparent"
      />
      <span className="sr-only">. {words}</span>
    </>
  );
}
