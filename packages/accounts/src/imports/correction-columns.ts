/**
 * The columns that a corrections file has beside the import's own, and how a row is named in it: in words, because spreadsheets
 * turn numbers into dates and take zeros off. Pure.
 */

/** Which row it is, its line in the file, why it waits. */
export const correctionColumns = ["Rollcall row", "Line", "What to correct"] as const;

/** What a cell of a workbook holds, in characters. */
export const longestCell = 32_767;
export const tooLongMark = "(too long for a spreadsheet, left as it is)";

export function rowId(importId: string, rowNo: number): string {
  return `row ${String(rowNo)} of import ${importId}`;
}

/** Null when it names no row. */
export function parseRowId(text: string): { importId: string; rowNo: number } | null {
  const found = /^\s*row\s*(\d{1,9})\s*of\s*import\s*(\d{1,19})\s*$/i.exec(text);
  return found === null ? null : { rowNo: Number(found[1]), importId: found[2] ?? "" };
}
