/**
 * How a corrections file names the row that a line belongs to: in words, because spreadsheets turn numbers into dates and take zeros
 * off. Written when the file goes out, read in the browser and on the server when it comes back. Pure.
 */

export interface RowName {
  importId: string;
  rowNo: number;
  /** what its cells were as they went out; null: a file of an older version, which did not say */
  print: string | null;
}

/** What goes into the cell. */
export function nameRow({ rowNo, importId, print }: RowName): string {
  return `row ${String(rowNo)} of import ${importId}${print === null ? "" : ` (as ${print})`}`;
}

const named = /^\s*row\s*(\d{1,9})\s*of\s*import\s*(\d{1,19})\s*(?:\(\s*as\s*([0-9a-f]{10})\s*\))?\s*$/i;

/** Null when the cell names no row: it holds more than the name, or something else. */
export function parseRowName(text: string): RowName | null {
  const found = named.exec(text);
  if (found === null) return null;
  return { rowNo: Number(found[1]), importId: found[2] ?? "", print: found[3]?.toLowerCase() ?? null };
}
