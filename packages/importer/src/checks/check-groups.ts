// The groups of a row: one a column, blanks left out, the same one once. Whether they exist is for who knows the organisation.
import { nameKey } from "../address/name-key";
import type { Rule } from "../model/check";
import { lengths } from "../model/limits";
import { makeProblem } from "../model/problem";
import { lengthOf } from "./length-of";

/** `group.too-long`; fills `groups`, null when the row names none. */
export const checkGroups: Rule = (file) => {
  const positions = file.columnsOf("groups");
  const readAdded = file.reader("groups");
  return (row) => {
    let groups: string[] | null = null;
    const add = (name: string, column: string | null): void => {
      if (name === "") return;
      if (groups === null) groups = [name];
      else if (!includesName(groups, name)) groups.push(name);
      const length = lengthOf(name);
      if (length <= lengths.group) return;
      const params = { length, limit: lengths.group };
      row.problems.push(makeProblem("group.too-long", params, { line: row.line, column, field: "groups" }));
    };
    if (positions.length === 0) add(readAdded(row) ?? "", null);
    else for (const at of positions) add((row.cells[at] ?? "").trim(), file.headerAt(at));
    row.record.groups = groups;
  };
};

function includesName(groups: readonly string[], name: string): boolean {
  if (groups.includes(name)) return true;
  const key = nameKey(name);
  return groups.some((group) => nameKey(group) === key);
}
