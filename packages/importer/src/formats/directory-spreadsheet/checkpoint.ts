// Where the list of a directory spreadsheet begins: the first cell of A1–M99 that holds exactly `email`. It knows no columns.
import type { Row } from "../../model/row";

const lastLine = 99;
const columnsAtMost = 13;

/** The row of the headings and the position of `email` in it. */
export interface Checkpoint {
  row: Row;
  at: number;
}

/** The checkpoint, in reading order; null when there is none. Lines are the table's own, blank rows counted. */
export function findCheckpoint(rows: readonly Row[]): Checkpoint | null {
  return find(rows, (row, at) => headingAt(row, at) === "email");
}

/** A heading in that range that would be the checkpoint, `name` beside it, but for case or the space around them. */
export function findNearCheckpoint(rows: readonly Row[]): Checkpoint | null {
  const like = (row: Row, at: number, text: string): boolean =>
    headingAt(row, at).trim().toLowerCase() === text;
  return find(rows, (row, at) => like(row, at, "email") && like(row, at + 1, "name"));
}

/** The text of a heading, without a byte order mark that another program left. */
export function headingAt(row: Row, at: number): string {
  return (row.cells[at] ?? "").replaceAll("\uFEFF", "");
}

/** A cell as a spreadsheet names it: `cellName(7, 1)` → "B7". */
export function cellName(line: number, at: number): string {
  return `${columnLetters(at)}${String(line)}`;
}

/** 0 → "A", 25 → "Z", 26 → "AA" */
export function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last;
}

function find(rows: readonly Row[], is: (row: Row, at: number) => boolean): Checkpoint | null {
  for (const row of rows) {
    if (row.line > lastLine) return null;
    for (let at = 0; at < Math.min(row.cells.length, columnsAtMost); at++)
      if (is(row, at)) return { row, at };
  }
  return null;
}
