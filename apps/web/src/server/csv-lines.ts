/** Rows as CSV (RFC 4180) that no spreadsheet runs as a formula, in pieces that are worth a write of their own. Pure. */
import { escapeCell } from "@rollcall/importer";

const PIECE = 64 * 1024;

/** The header, then a line for each row, gathered into pieces of about 64 KiB. */
export async function* csvPieces<Row>(
  header: readonly string[],
  rows: AsyncIterable<Row>,
  cellsOf: (row: Row) => readonly string[],
): AsyncGenerator<string> {
  let text = csvLine(header);
  for await (const row of rows) {
    text += csvLine(cellsOf(row));
    if (text.length < PIECE) continue;
    yield text;
    text = "";
  }
  yield text;
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: string): string {
  const safe = escapeCell(value);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
