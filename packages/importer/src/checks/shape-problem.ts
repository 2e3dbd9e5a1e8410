// Rows that do not fit the table: their values may stand in the wrong columns, so nothing else is said about them.
import type { FileContext } from "../model/check";
import { makeProblem, type Problem } from "../model/problem";
import type { Row } from "../model/row";

/** `row.misplaced-quote`, `row.too-many-values`, or null. Empty values at the end do not count; fewer are empty cells. */
export function shapeProblem(row: Row, file: FileContext): Problem | null {
  if (row.misplacedQuote !== undefined) {
    const column = file.headerAt(row.misplacedQuote);
    return makeProblem("row.misplaced-quote", {}, { line: row.line, column });
  }
  if (row.cells.length <= file.width) return null;
  let values = row.cells.length;
  while (values > file.width && (row.cells[values - 1] ?? "").trim() === "") values--;
  if (values <= file.width) return null;
  return makeProblem("row.too-many-values", { values, columns: file.width }, { line: row.line });
}
