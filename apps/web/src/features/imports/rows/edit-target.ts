/** Which cell of the file a problem or a press is about, and what a correction of it is. Pure. */
import type { CellPlace, EditStep, ImportRowView, ProblemCause } from "@rollcall/accounts";
import type { FileColumn } from "./file-columns";

type Problem = ImportRowView["problems"][number];

/** The key of a problem's cause, as the server groups them: `code|field|reason`. */
export function causeOf(problem: Pick<Problem, "code" | "field" | "params">): string {
  const reason = problem.code === "password.policy" ? (problem.params["reason"] ?? "") : "";
  return `${problem.code}|${problem.field ?? ""}|${reason}`;
}

/** The key of a cause, by which rows are filtered and fixed. */
export function keyOf(cause: Pick<ProblemCause, "code" | "field" | "reason">): string {
  return `${cause.code}|${cause.field ?? ""}|${cause.reason ?? ""}`;
}

/** The step that carries out a problem's own fix; null where it has none. */
export function fixStep(
  row: Pick<ImportRowView, "rowNo">,
  problem: Problem,
  columns: readonly { field: string | null }[],
): EditStep | null {
  const { fix } = problem;
  if (fix === null) return null;
  const first = columns.findIndex((column) => column.field === fix.field);
  const column: CellPlace = fix.index ?? (first < 0 ? { field: fix.field } : first);
  return { kind: "cell", rowNo: row.rowNo, column, value: fix.value };
}

/** Of a column that may stand for several cells, the one to be edited: the wrong one, else the first. */
export function cellToEdit(
  column: FileColumn,
  row: Pick<ImportRowView, "cells" | "problems">,
): number | null {
  const wrong = row.problems.find((problem) => problem.field === column.field && problem.severity === "error")
    ?.params["value"];
  return (
    column.cells.find((cell) => wrong !== undefined && row.cells[cell] === wrong) ?? column.cells[0] ?? null
  );
}

/** What the file had in a cell, where somebody changed it since; null where nobody did. */
export function fileValue(
  row: Pick<ImportRowView, "cells" | "original">,
  cells: readonly number[],
): string | null {
  if (row.original === null) return null;
  const before = cells.map((cell) => row.original?.[cell] ?? "");
  const now = cells.map((cell) => row.cells[cell] ?? "");
  return before.every((value, index) => value === now[index])
    ? null
    : before.filter((value) => value !== "").join(", ");
}
