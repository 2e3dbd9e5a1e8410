/**
 * The columns that a corrections file has beside the import's own, and how a row is named in it: in words, because spreadsheets
 * turn numbers into dates and take zeros off. Pure.
 */

/** Which row it is, its line in the file, why it waits. */
export const correctionColumns = ["Rollcall row", "Line", "What to correct"] as const;

/** What a cell of a workbook holds, in characters. */
export const longestCell = 32_767;
export const tooLongMark = "(too long for a spreadsheet, left as it is)";

/** `print`: what its cells are as they go out (`printOfRow`). */
export function rowId(importId: string, rowNo: number, print: string): string {
  return `row ${String(rowNo)} of import ${importId} (as ${print})`;
}

export interface RowName {
  importId: string;
  rowNo: number;
  /** null: a file of an older version, which did not say */
  print: string | null;
}

/** Null when it names no row. */
export function parseRowId(text: string): RowName | null {
  const found =
    /^\s*row\s*(\d{1,9})\s*of\s*import\s*(\d{1,19})\s*(?:\(\s*as\s*([0-9a-f]{10})\s*\))?\s*$/i.exec(text);
  if (found === null) return null;
  return { rowNo: Number(found[1]), importId: found[2] ?? "", print: found[3]?.toLowerCase() ?? null };
}
