// What a rule about the text of a cell is: the same for every format and field. Types only.
import type { Problem } from "../model/problem";
import type { FieldName } from "../model/record";

/** A cell that is looked at, and where it is. Cells of addresses and passwords have rules of their own and never come. */
export interface TextCell {
  text: string;
  field: FieldName;
  line: number;
  column: string;
  /** Its position, where it is not the field's first column. */
  index?: number;
}

/** A problem of the text, or null. */
export type TextRule = (cell: TextCell) => Problem | null;
