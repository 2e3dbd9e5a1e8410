// The department of a row. Whether one of that name exists is for who knows the organisation.
import type { Rule } from "../model/check";
import { lengths } from "../model/limits";
import { makeProblem } from "../model/problem";
import { lengthOf } from "./length-of";

/** `department.too-long`; fills `department`. */
export const checkDepartment: Rule = (file) => {
  const read = file.reader("department");
  const place = { column: file.headerOf("department"), field: "department" as const };
  return (row) => {
    const name = read(row);
    if (name === null || name === "") return;
    row.record.department = name;
    const length = lengthOf(name);
    if (length <= lengths.department) return;
    const params = { length, limit: lengths.department };
    row.problems.push(makeProblem("department.too-long", params, { line: row.line, ...place }));
  };
};
