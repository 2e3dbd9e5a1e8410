// Errors of a spreadsheet that were saved in the place of values.
import { clip } from "../model/problem";
import { textProblem } from "./text-problem";
import type { TextRule } from "./text-rule";

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
]);

/** `cell.spreadsheet-error`: the whole cell is one of them. */
export const textSpreadsheetError: TextRule = (cell) =>
  errors.has(cell.text) ? textProblem("cell.spreadsheet-error", { value: clip(cell.text) }, cell) : null;
