// Codes that a spreadsheet has taken for a date: MAR1 became 1-Mar, or 01. Mrz.
import { clip } from "../model/problem";
import type { FieldName } from "../model/record";
import { textProblem } from "./text-problem";
import type { TextRule } from "./text-rule";

const months =
  "jan|feb|fev|fév|mar|mär|mrz|mrt|maa|apr|abr|avr|kwi|maj|mai|may|mei|mag|jun|juin|giu|cze|jul|juil|lug|lip|aug|ago|août|aoû|sie|sep|sept|set|wrz|oct|okt|ott|out|paź|nov|lis|dec|dez|dic|déc|gru";
const dated = new RegExp(
  `^(?:\\d{1,2}\\.?[-/. ](?:${months})\\.?(?:[-/. ]\\d{2,4})?|(?:${months})\\.?[-/. ]\\d{2,4})$`,
  "iu",
);
const looked: ReadonlySet<FieldName> = new Set(["username", "accountCode", "groups"]);

/** Whether cells of the field are looked at. */
export function mayHoldCodes(field: FieldName): boolean {
  return looked.has(field);
}

/** `cell.date-damaged`: a warning, since a group may well be called so. What it was cannot be known. */
export const textDamagedDate: TextRule = (cell) =>
  looked.has(cell.field) && cell.text.length <= 14 && dated.test(cell.text)
    ? textProblem("cell.date-damaged", { value: clip(cell.text) }, cell)
    : null;
