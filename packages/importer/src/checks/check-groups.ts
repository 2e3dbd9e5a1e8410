// The groups of a row: one a column, blanks left out, the same one once. Whether they exist is for who knows the organisation.
import { nameKey } from "../address/name-key";
import type { Rule } from "../model/check";
import { lengths } from "../model/limits";
import { makeProblem, type Problem } from "../model/problem";
import { lengthOf } from "./length-of";

/** `group.too-long`; fills `groups`, null when the row names none. */
export const checkGroups: Rule = (file) => {
  const positions = file.columnsOf("groups");
  const readAdded = file.reader("groups");
  return (row) => {
    if (positions.length === 0) {
      const name = readAdded(row) ?? "";
      if (name === "") return;
      row.record.groups = [name];
      if (isTooLong(name)) row.problems.push(tooLong(name, row.line, null));
      return;
    }
    let groups: string[] | null = null;
    for (const at of positions) {
      const name = (row.cells[at] ?? "").trim();
      if (name === "") continue;
      if (groups === null) groups = [name];
      else if (!includesName(groups, name)) groups.push(name);
      if (isTooLong(name)) row.problems.push(tooLong(name, row.line, file.headerAt(at)));
    }
    row.record.groups = groups;
  };
};

function includesName(groups: readonly string[], name: string): boolean {
  if (groups.includes(name)) return true;
  const key = nameKey(name);
  return groups.some((group) => nameKey(group) === key);
}

function isTooLong(name: string): boolean {
  return lengthOf(name) > lengths.group;
}

function tooLong(name: string, line: number, column: string | null): Problem {
  const params = { length: lengthOf(name), limit: lengths.group };
  return makeProblem("group.too-long", params, { line, column, field: "groups" });
}
