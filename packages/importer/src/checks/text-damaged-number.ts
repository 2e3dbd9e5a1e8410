// Long numbers that a spreadsheet has written as it shows them: 4.41E+11 for 441234567890. What is lost is lost.
import { clip } from "../model/problem";
import type { FieldName } from "../model/record";
import { textProblem } from "./text-problem";
import type { TextRule } from "./text-rule";

const scientific = /^[+-]?\d(?:[.,]\d+)?E\+?\d{1,3}$/iu;
const looked: ReadonlySet<FieldName> = new Set(["phone", "accountCode", "username", "attributes"]);

/** Whether cells of the field are looked at. */
export function mayHoldNumbers(field: FieldName): boolean {
  return looked.has(field);
}

/** Whether it is a number as a spreadsheet shortens it. "5e8" may be a code; a shortened number has a sign or a fraction. */
export function isShortenedNumber(text: string): boolean {
  return scientific.test(text) && /[+.,]/u.test(text);
}

/** `cell.number-damaged`: an error, for an attribute a warning, since it may be a number that is meant. */
export const textDamagedNumber: TextRule = (cell) => {
  if (!looked.has(cell.field) || !isShortenedNumber(cell.text)) return null;
  const severity = cell.field === "attributes" ? "warning" : "error";
  return textProblem("cell.number-damaged", { value: clip(cell.text) }, cell, { severity });
};
