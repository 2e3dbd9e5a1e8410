"use client";
/** One cell of the review: what the file says, marked where something is wrong with it. */
import type { ImportRowView } from "@rollcall/accounts";
import { ChipList } from "@rollcall/ui";
import { TriangleAlert } from "lucide-react";
import { problemsIn, splitSpaces, valuesOf, type FileColumn } from "./file-columns";

export function RowCell({ column, row }: { column: FileColumn; row: ImportRowView }) {
  const values = valuesOf(column, row);
  const problem = problemsIn(column, row)[0];
  if (problem?.severity === "error") {
    return (
      <MarkedValue
        value={values.join(", ")}
        showSpaces={problem.code === "email.spaces"}
        message={problem.message}
      />
    );
  }
  const quiet = row.outcome === "unchanged" || row.outcome === "skip";
  if (values.length === 0) return <span className="text-foreground-3">–</span>;
  if (column.field === "groups") return <ChipList names={values} />;
  const isName = column.field === "email" || column.field === "fullName";
  return (
    <span
      className={
        isName && !quiet
          ? "text-foreground"
          : quiet || column.field === null
            ? "text-foreground-3"
            : "text-foreground-2"
      }
    >
      {values[0]}
    </span>
  );
}

/** The value in an amber box; what is wrong is said in the column Why and when the row is opened. */
export function MarkedValue(props: { value: string; showSpaces: boolean; message: string }) {
  const { value, showSpaces, message } = props;
  return (
    <span
      title={message}
      className="-mx-1.5 flex max-w-full min-w-0 items-center gap-1.5 rounded-xs border border-warning-border bg-warning-soft px-1.5 py-0.5 text-foreground"
    >
      <span className="min-w-0 flex-1 truncate">
        {value === "" ? (
          <span className="text-warning">Empty</span>
        ) : showSpaces ? (
          splitSpaces(value).map((piece, index) =>
            piece.isSpace ? (
              <mark key={index} className="rounded-xs bg-warning-solid text-transparent">
                {piece.text}
              </mark>
            ) : (
              piece.text
            ),
          )
        ) : (
          value
        )}
      </span>
      <TriangleAlert className="size-3.5 shrink-0 text-warning" />
    </span>
  );
}
