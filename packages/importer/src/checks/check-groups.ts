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
      else groups.push(name);
      if (isTooLong(name)) row.problems.push(tooLong(name, row.line, file.headerAt(at)));
    }
    row.record.groups = groups === null || groups.length === 1 ? groups : withoutRepeats(groups);
  };
};

function withoutRepeats(groups: readonly string[]): string[] {
  const keys = new Set<string>();
  return groups.filter((name) => {
    const key = isTooLong(name) ? name : nameKey(name);
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
}

function isTooLong(name: string): boolean {
  return lengthOf(name) > lengths.group;
}

function tooLong(name: string, line: number, column: string | null): Problem {
  const params = { length: lengthOf(name), limit: lengths.group };
  return makeProblem("group.too-long", params, { line, column, field: "groups" });
}
