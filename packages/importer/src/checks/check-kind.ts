// What an account is: a person, or a distribution list.
import type { Rule } from "../model/check";
import { clip, makeProblem, type Fix } from "../model/problem";
import type { AccountKind } from "../model/record";

const kinds: ReadonlyMap<string, AccountKind> = new Map([
  ["person", "PERSON"],
  ["list", "LIST"],
  ["distributionlist", "LIST"],
]);
// What people write for them; only ever offered, never assumed.
const meant: ReadonlyMap<string, AccountKind> = new Map([
  ["people", "PERSON"],
  ["persons", "PERSON"],
  ["user", "PERSON"],
  ["mailbox", "PERSON"],
  ["lists", "LIST"],
  ["maillist", "LIST"],
  ["mailinglist", "LIST"],
  ["distributiongroup", "LIST"],
]);

/** `kind.invalid`; fills `kind` from “person” or “list” in any case, null when the cell is empty. */
export const checkKind: Rule = (file) => {
  const read = file.reader("kind");
  const place = { column: file.headerOf("kind"), field: "kind" as const };
  return (row) => {
    const text = read(row) ?? "";
    if (text === "") return;
    const key = text.toLowerCase().replace(/[\s_-]+/gu, "");
    row.record.kind = kinds.get(key) ?? null;
    if (row.record.kind !== null) return;
    const params = { value: clip(text) };
    const fix = fixOf(meant.get(key));
    row.problems.push(makeProblem("kind.invalid", params, { line: row.line, ...place, fix }));
  };
};

function fixOf(kind: AccountKind | undefined): Fix | null {
  if (kind === undefined) return null;
  const value = kind === "LIST" ? "list" : "person";
  return { kind: "set", field: "kind", value, label: `Change to ${value}` };
}
