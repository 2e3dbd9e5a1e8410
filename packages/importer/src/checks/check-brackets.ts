// Values typed with the brackets of a manual around them: <username>, [plan] (sources/003: "do not enter the brackets").
// A warning, since a description may well begin and end so.
import type { Rule } from "../model/check";
import { makeProblem, type Fix } from "../model/problem";
import type { FieldName } from "../model/record";

/** `brackets.typed`, with its fix; a password's value is in neither. */
export const checkBrackets: Rule = (file) => {
  const columns = file.columns.flatMap(({ index, field }) =>
    field === null ? [] : [{ index, field, first: file.columnsOf(field)[0] === index }],
  );
  return (row) => {
    for (const { index, field, first } of columns) {
      const text = (row.cells[index] ?? "").trim();
      const bare = withoutBrackets(text);
      if (bare === text) continue;
      const place = {
        line: row.line,
        column: file.headerAt(index),
        field,
        fix: fixOf(field, bare, first ? {} : { index }),
      };
      row.problems.push(makeProblem("brackets.typed", {}, place));
    }
  };
};

// All that stand around the whole of it: [<plan>] is plan.
function withoutBrackets(text: string): string {
  let bare = text;
  while ((bare.startsWith("<") && bare.endsWith(">")) || (bare.startsWith("[") && bare.endsWith("]"))) {
    bare = bare.slice(1, -1).trim();
  }
  return bare;
}

function fixOf(field: FieldName, value: string, place: Pick<Fix, "index">): Fix | null {
  return field === "password"
    ? null
    : { kind: "set", field, ...place, value, label: "Take the brackets off" };
}
