// A field of any text up to so many characters. Which field and how many, the format says.
import type { Rule } from "../model/check";
import { lengths } from "../model/limits";
import { makeProblem } from "../model/problem";
import type { ProblemCode } from "../model/problem-params";
import type { AccountRecord, FieldName } from "../model/record";
import { lengthOf } from "./length-of";

/** The fields of a record that are text or not given. */
export type TextField = {
  [F in FieldName]: string extends AccountRecord[F] ? F : never;
}[FieldName];

/** One such field, the code of a value that is too long, and the most characters (code points) that it may have. */
export interface TextRule {
  field: TextField;
  code: Extract<ProblemCode, `${string}.too-long`>;
  limit: number;
}

/** `code`; fills the field, null when the cell is empty. */
export function checkTextField({ field, code, limit }: TextRule): Rule {
  return (file) => {
    const read = file.reader(field);
    const column = file.headerOf(field);
    return (row) => {
      const text = read(row);
      if (text === null || text === "") return;
      row.record[field] = text;
      const length = lengthOf(text);
      if (length <= limit) return;
      row.problems.push(makeProblem(code, { length, limit }, { line: row.line, column, field }));
    };
  };
}

/** Any phone number: `phone.too-long` beyond 64 characters. */
export const checkPhone: Rule = checkTextField({
  field: "phone",
  code: "phone.too-long",
  limit: lengths.phone,
});

/** Any description: `description.too-long` beyond 2,000 characters. */
export const checkDescription: Rule = checkTextField({
  field: "description",
  code: "description.too-long",
  limit: lengths.description,
});
