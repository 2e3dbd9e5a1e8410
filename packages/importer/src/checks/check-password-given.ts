// Passwords that are asked for and not there. Whether the account exists, which needs none, only the plan knows: with
// `missingPasswords: "later"` it decides.
import type { Rule } from "../model/check";
import { makeProblem } from "../model/problem";

/** `password.missing`, on every row without one unless the plan decides. Runs after the rule that fills `password`. */
export const checkPasswordGiven: Rule = (file) => {
  if (file.options.missingPasswords === "later") return () => undefined;
  const place = { column: file.headerOf("password"), field: "password" as const };
  return (row) => {
    if (row.record.password === null)
      row.problems.push(makeProblem("password.missing", {}, { line: row.line, ...place }));
  };
};
