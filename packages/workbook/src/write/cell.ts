// What can be written into a cell, and the serial number of a date. Both writers share it.

/** Text stays text, whatever it looks like: it is never a formula and keeps its zeros. A `Date` is written by its UTC parts. */
export type WorkbookCell = string | number | boolean | Date | null;

/** What a workbook cannot hold; `message` says which bound was met. */
export class WorkbookLimitError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "WorkbookLimitError";
  }
}

const day = 86_400_000;

/** Days since 1899-12-30. Null before March 1900, where Excel's calendar is one day off: such a date is written as text. */
export function serialOf(date: Date): number | null {
  const serial = date.getTime() / day + 25_569;
  if (Number.isNaN(serial)) throw new WorkbookLimitError("A cell holds a date that is none.");
  return serial >= 61 && serial < 2_958_466 ? serial : null;
}

/** Text of at most the 32,767 characters a cell of Excel holds. */
export function heldText(text: string): string {
  if (text.length > 32_767)
    throw new WorkbookLimitError("A cell of a workbook holds at most 32,767 characters.");
  return text;
}

/** A number that is one. */
export function heldNumber(value: number): number {
  if (!Number.isFinite(value)) throw new WorkbookLimitError("A cell holds a number that is none.");
  return value;
}

/** A name Excel takes for a sheet: at most 31 characters, none of `[ ] : * ? / \`, no apostrophe at its ends. */
export function sheetTitle(name: string): string {
  const clean = Array.from(name.replace(/[[\]:*?/\\\p{Cc}]/gu, " ").trim())
    .join("")
    .slice(0, 31);
  const bare = clean.replace(/^'+|'+$/gu, "").trim();
  return bare === "" ? "Sheet1" : bare;
}

/** Letters of a column, 0-based: A, B, … XFD. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
