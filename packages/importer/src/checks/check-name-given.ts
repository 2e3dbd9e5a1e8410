// A row needs a name: the full one, or a part of it.
import type { Rule } from "../model/check";
import { makeProblem } from "../model/problem";

/** `name.missing`, where there is neither a full nor a given nor a family name. Runs after the rules that fill them. */
export const checkNameGiven: Rule = (file) => {
  const place = { column: file.headerOf("fullName"), field: "fullName" as const };
  return (row) => {
    const { fullName, givenName, familyName } = row.record;
    if (fullName === null && givenName === null && familyName === null)
      row.problems.push(makeProblem("name.missing", {}, { line: row.line, ...place }));
  };
};
