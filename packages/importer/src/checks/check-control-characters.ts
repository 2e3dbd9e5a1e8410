// Characters that no cell may hold: NUL and the other controls but tab and line break, and halves of surrogate pairs.
// PostgreSQL refuses NUL and such halves for a whole statement, so they must never get that far.
// U+FFFD stands where another program has lost a letter: worth a warning, but it can be stored, exported and read again.
import type { Rule } from "../model/check";
import { makeProblem } from "../model/problem";

// Carriage return and line feed are fine inside quotes; outside them they never reach a cell.
// eslint-disable-next-line no-control-regex -- finding control characters is what it is for
const found = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]|\p{Surrogate}/u;
// Enough to see what is wrong; a file of nothing else must not become a thousand problems a row.
const toldAtMost = 5;

/** `row.control-character`, for the first five cells that have one: an error, for a lost letter alone a warning. */
export const checkControlCharacters: Rule = (file) => {
  // What stands left of the table is not read.
  const first = file.columns.reduce(
    (least, { index }) => Math.min(least, index),
    file.columns[0]?.index ?? 0,
  );
  return (row) => {
    for (let at = first; at < row.cells.length && row.problems.length < toldAtMost; at++) {
      const cell = row.cells[at] ?? "";
      if (cell === "" || !found.test(cell)) continue;
      // A lost letter must not hide what is worse behind it.
      const code = codeIn(cell.replaceAll("\ufffd", "")) ?? 0xfffd;
      const severity = code === 0xfffd ? "warning" : "error";
      const character = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
      const place = { line: row.line, column: file.headerAt(at), severity } as const;
      row.problems.push(makeProblem("row.control-character", { character }, place));
    }
  };
};

function codeIn(cell: string): number | null {
  return found.exec(cell)?.[0].charCodeAt(0) ?? null;
}
