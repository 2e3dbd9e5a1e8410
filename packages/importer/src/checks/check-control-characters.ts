// Characters that no cell may hold: NUL and the other controls but tab and line break, and halves of surrogate pairs.
// PostgreSQL refuses NUL and such halves for a whole statement, so they must never get that far.
import type { Rule } from "../model/check";
import { makeProblem } from "../model/problem";

// Carriage return and line feed are fine inside quotes; outside them they never reach a cell.
// eslint-disable-next-line no-control-regex -- finding control characters is what it is for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/u;

/** `row.control-character`, once for each cell that has one. */
export const checkControlCharacters: Rule = (file) => (row) => {
  for (let at = 0; at < row.cells.length; at++) {
    const found = firstForbidden(row.cells[at] ?? "");
    if (found === null) continue;
    const place = { line: row.line, column: file.headerAt(at) };
    row.problems.push(makeProblem("row.control-character", { character: found }, place));
  }
};

function firstForbidden(cell: string): string | null {
  if (cell === "" || !forbidden.test(cell)) return null;
  const code = forbidden.exec(cell)?.[0].charCodeAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
