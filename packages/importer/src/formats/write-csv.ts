// Writes cells as lines of a CSV (RFC 4180, CRLF). It knows no format.
import { escapeCell } from "../intake/formula-quote";

const needsQuotes = /[",\r\n]|^\s|\s$/;

/** One line, its end included. `raw`: without the quote that keeps a spreadsheet from running a cell. */
export function csvLine(cells: readonly string[], raw = false): string {
  return `${cells.map((cell) => csvCell(raw ? cell : escapeCell(cell))).join(",")}\r\n`;
}

function csvCell(cell: string): string {
  return needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
