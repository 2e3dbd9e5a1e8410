"use client";
/** One cell of the review: what the file says, marked where something is wrong with it. */
import type { ImportRowView } from "@rollcall/accounts";
import { ChipList } from "@rollcall/ui";
import { TriangleAlert } from "lucide-react";
import { problemsIn, splitSpaces, valuesOf, type FileColumn } from "./file-columns";

/** No cell asks for the width of its text (w-0 min-w-full): the columns keep theirs, and "Why" stays in sight. */
export function RowCell({ column, row }: { column: FileColumn; row: ImportRowView }) {
  const values = valuesOf(column, row);
  const problem = problemsIn(column, row)[0];
  if (problem?.severity === "error") {
    return (
      <span className="-mx-1.5 flex w-0 min-w-[calc(100%+12px)]">
        <MarkedValue
          value={values.join(", ")}
          showSpaces={problem.code === "email.spaces"}
          message={problem.message}
        />
      </span>
    );
  }
  if (values.length === 0) return <span className="text-foreground-3">–</span>;
  if (column.field === "groups")
    return (
      <span className="w-0 min-w-full">
        <ChipList names={values} />
      </span>
    );
  return (
    <span className={`w-0 min-w-full truncate ${lookOf(column, row)}`} title={values[0]}>
      {values[0]}
    </span>
  );
}

/** Who it is stands out; rows that are left alone, and columns that are not used, step back. */
function lookOf(column: FileColumn, row: ImportRowView): string {
  if (row.outcome === "unchanged" || row.outcome === "skip" || column.field === null)
    return "text-foreground-3";
  return column.field === "email" || column.field === "fullName" ? "text-foreground" : "text-foreground-2";
}

/** The value in an amber box; what is wrong is said in the column Why and when the row is opened. */
export function MarkedValue(props: { value: string; showSpaces: boolean; message: string }) {
  const { value, showSpaces, message } = props;
  return (
    <span
      title={message === "" ? undefined : message}
      className="flex min-w-0 flex-1 items-center gap-1.5 rounded-xs border border-warning-border bg-warning-soft px-1.5 py-0.5 text-foreground"
    >
      <span className="min-w-0 flex-1 truncate">
        {value === "" ? (
          <span className="text-warning">Empty</span>
        ) : showSpaces ? (
          splitSpaces(value).map((piece, index) => <Piece key={index} {...piece} />)
        ) : (
          value
        )}
      </span>
      <TriangleAlert className="size-3.5 shrink-0 text-warning" />
    </span>
  );
}

/** A space that should not be there is drawn, at least as wide as a letter. */
function Piece({ text, isSpace }: { text: string; isSpace: boolean }) {
  if (!isSpace) return text;
  return (
    <mark className="inline-block min-w-1.5 rounded-xs bg-warning-solid whitespace-pre text-transparent">
      {text}
    </mark>
  );
}
