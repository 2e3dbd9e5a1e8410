/** Where the next row that needs attention is, and which of its cells is wrong: among the rows that are there, else asked of the server. */
import type { ImportRowView } from "@rollcall/accounts";
import type { useTRPCClient } from "../../../trpc/client";
import { problemsIn } from "./file-columns";
import { isFiltered, type RowsView } from "./rows-url";
import type { SheetColumn } from "./sheet-columns";
import type { Sheet } from "./use-sheet";

export interface ProblemSearch {
  client: ReturnType<typeof useTRPCClient>;
  importId: string;
  view: RowsView;
  sheet: Sheet;
  step: 1 | -1;
}

export interface FoundProblem {
  index: number;
  /** null where no column of the file is the wrong one */
  column: number | null;
}

/** Rows looked at, at most, where the server cannot be asked: those of a filtered list are mostly problems anyway. */
const farthest = 2_000;

export async function findProblem(search: ProblemSearch): Promise<FoundProblem | null> {
  const { client, importId, view, sheet, step } = search;
  const { active, pages, shape } = sheet;
  const here = firstWrongAfter(shape.columns, pages.rowAt(active.index), active.column, step);
  if (here !== null) return { index: active.index, column: here };
  for (let away = 1; away <= farthest; away += 1) {
    const index = active.index + away * step;
    if (index < 0 || index >= pages.count) return null;
    const row = pages.rowAt(index);
    if (row === undefined) break;
    if (row.outcome === "problem") return { index, column: wrongColumn(shape.columns, row, step) };
  }
  if (isFiltered(view)) return null;
  const from = pages.rowAt(active.index)?.rowNo ?? active.index + 1;
  const row = await askForProblem(client, importId, from, step);
  return row === null ? null : { index: row.rowNo - 1, column: wrongColumn(shape.columns, row, step) };
}

async function askForProblem(
  client: ProblemSearch["client"],
  importId: string,
  from: number,
  step: 1 | -1,
): Promise<ImportRowView | null> {
  if (step < 0) return null;
  const { rows } = await client.imports.rows.query({
    importId,
    outcomes: ["problem"],
    after: from,
    limit: 1,
  });
  return rows[0] ?? null;
}

/** A second wrong cell of the same row comes before the next row. */
function firstWrongAfter(
  columns: readonly SheetColumn[],
  row: ImportRowView | undefined,
  from: number,
  step: 1 | -1,
): number | null {
  if (row?.outcome !== "problem") return null;
  for (let at = from + step; at >= 0 && at < columns.length; at += step)
    if (isWrong(columns[at], row)) return at;
  return null;
}

function wrongColumn(columns: readonly SheetColumn[], row: ImportRowView, step: 1 | -1): number | null {
  const wrong = columns.flatMap((column, at) => (isWrong(column, row) ? [at] : []));
  return (step > 0 ? wrong[0] : wrong.at(-1)) ?? null;
}

function isWrong(column: SheetColumn | undefined, row: ImportRowView): boolean {
  return (
    column?.file !== null && column !== undefined && problemsIn(column.file, row)[0]?.severity === "error"
  );
}
