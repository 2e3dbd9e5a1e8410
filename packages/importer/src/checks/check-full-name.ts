// The name of a row: there, and not too long.
import type { Rule } from "../model/check";
import { lengths } from "../model/limits";
import { makeProblem } from "../model/problem";
import { lengthOf } from "./length-of";

/** `name.missing`, `name.too-long`; fills `fullName`. */
export const checkFullName: Rule = (file) => {
  const read = file.reader("fullName");
  const place = { column: file.headerOf("fullName"), field: "fullName" as const };
  return (row) => {
    const name = read(row) ?? "";
    if (name === "") {
      row.problems.push(makeProblem("name.missing", {}, { line: row.line, ...place }));
      return;
    }
    row.record.fullName = name;
    const length = lengthOf(name);
    if (length <= lengths.name) return;
    row.problems.push(
      makeProblem("name.too-long", { length, limit: lengths.name }, { line: row.line, ...place }),
    );
  };
};
