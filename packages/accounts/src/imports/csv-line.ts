/** One line of CSV (RFC 4180) that no spreadsheet runs as a formula. */
import { escapeCell } from "@rollcall/importer";

export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => csvCell(cell === null ? "" : String(cell))).join(",")}\r\n`;
}

function csvCell(value: string): string {
  const safe = escapeCell(value);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
