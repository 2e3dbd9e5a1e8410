// A distribution list has no sign-in, so nothing of a password is kept for it. Runs after the rules of password and kind.
import type { Rule } from "../model/check";
import { makeProblem } from "../model/problem";

/** `password.ignored` on a row of kind LIST; empties `password`, and what the policy says of it is not told. */
export const checkListPassword: Rule = (file) => {
  const place = { column: file.headerOf("password"), field: "password" as const };
  return (row) => {
    if (row.record.kind !== "LIST" || row.record.password === null) return;
    row.record.password = null;
    row.problems = row.problems.filter(({ code }) => code !== "password.policy");
    row.problems.push(makeProblem("password.ignored", { list: 1 }, { line: row.line, ...place }));
  };
};
