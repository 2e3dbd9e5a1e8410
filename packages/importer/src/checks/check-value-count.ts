// Rows of a table without a header that end too early: nothing else is said of them, since it is not clear what they are.
import type { Rule } from "../model/check";
import { makeProblem } from "../model/problem";

/** `row.too-few-values` where a row has fewer than `needed` values, an empty one counted. The last rule of its format. */
export function checkValueCount(needed: number): Rule {
  return () => (row) => {
    const values = row.cells.length;
    if (values >= needed) return;
    row.problems = [makeProblem("row.too-few-values", { values, needed }, { line: row.line })];
  };
}
