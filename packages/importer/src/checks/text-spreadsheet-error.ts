// Errors of a spreadsheet that were saved in the place of values.
import { clip } from "../model/problem";
import { textProblem } from "./text-problem";
import type { TextRule } from "./text-rule";

/** What readers of workbooks put for a formula that has no value yet. */
export const neverCalculated = "#FORMULA!";

const errors: ReadonlySet<string> = new Set([
  "#N/A",
  "#REF!",
  "#NAME?",
  "#VALUE!",
  "#DIV/0!",
  "#NULL!",
  "#NUM!",
  "#SPILL!",
  "#CALC!",
  "#NV",
  "#BEZUG!",
  "#WERT!",
  neverCalculated,
]);

/** Whether it is what a spreadsheet shows where it cannot work out a value. */
export function isSpreadsheetError(text: string): boolean {
  return errors.has(text);
}

/** `cell.spreadsheet-error`: the whole cell is one of them. */
export const textSpreadsheetError: TextRule = (cell) =>
  isSpreadsheetError(cell.text)
    ? textProblem("cell.spreadsheet-error", { value: clip(cell.text) }, cell)
    : null;
