// The groups of a row: one a column, blanks left out, the same one once. Whether they exist is for who knows the organisation.
import { nameKey } from "../address/name-key";
import { detached } from "../detached";
import type { Rule } from "../model/check";
import { lengths } from "../model/limits";
import { makeProblem, type Problem } from "../model/problem";
import { trimmed } from "../trimmed";
import { lengthOf } from "./length-of";

const keysAtMost = 4096;
// Up to here comparing each with each is quicker than a set.
const fewGroups = 8;

/** `group.too-long`; fills `groups`, null when the row names none. */
export const checkGroups: Rule = (file) => {
  const positions = file.columnsOf("groups");
  const keyOf = createKeys();
  // Filled anew for each row, which takes a copy of its own length.
  const found: string[] = [];
  const readAdded = file.reader("groups");
  return (row) => {
    if (positions.length === 0) {
      const name = readAdded(row) ?? "";
      if (name === "") return;
      row.record.groups = [name];
      if (isTooLong(name)) row.problems.push(tooLong(name, row.line, null));
      return;
    }
    let count = 0;
    for (const at of positions) {
      const cell = row.cells[at] ?? "";
      if (cell === "") continue;
      const name = trimmed(cell);
      if (name === "") continue;
      found[count++] = name;
      if (isTooLong(name)) row.problems.push(tooLong(name, row.line, file.headerAt(at)));
    }
    if (count > 0) row.record.groups = withoutRepeats(found.slice(0, count), keyOf);
  };
};

// Most rows name each group once: they keep the list that they have.
function withoutRepeats(groups: string[], keyOf: (name: string) => string): string[] {
  if (groups.length === 1) return groups;
  const keys = groups.map(keyOf);
  if (keys.length <= fewGroups && keys.every((key, i) => keys.indexOf(key) === i)) return groups;
  const seen = new Set<string>();
  return groups.filter((_, i) => {
    const key = keys[i] ?? "";
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

// A file has few groups and many rows: each name's key is made once, for as many as are remembered.
function createKeys(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    if (isTooLong(name)) return name;
    const before = known.get(name);
    if (before !== undefined) return before;
    const own = detached(name);
    const key = nameKey(own);
    if (known.size >= keysAtMost) known.clear();
    known.set(own, key);
    return key;
  };
}

function isTooLong(name: string): boolean {
  return lengthOf(name) > lengths.group;
}

function tooLong(name: string, line: number, column: string | null): Problem {
  const params = { length: lengthOf(name), limit: lengths.group };
  return makeProblem("group.too-long", params, { line, column, field: "groups" });
}
