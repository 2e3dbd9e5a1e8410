// A row without a name: an account that exists keeps its own, a new one is called by the part of its address before the @.
// Which of the two it is, only the plan knows, so this stops nothing.
import type { Rule } from "../../model/check";
import { makeProblem } from "../../model/problem";

/** `name.missing`, as a warning. Runs after the rule that fills `fullName`. */
export const warnOfEmptyName: Rule = (file) => {
  const place = { column: file.headerOf("fullName"), field: "fullName", severity: "warning" } as const;
  return (row) => {
    if (row.record.fullName === null)
      row.problems.push(makeProblem("name.missing", {}, { line: row.line, ...place }));
  };
};
