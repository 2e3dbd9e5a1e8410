// What empty cells and `{clear}` mean, column by column (PRODUCT.md, "Blank cells"). Whether the account exists, which is when
// it matters, only the plan knows.
import { flatKey } from "../model/flat-key";
import { keyOfTarget } from "../mapping/targets";
import type { BlankRule } from "../model/mapping";
import type { FileContext, RowCheck } from "../model/check";
import { makeProblem } from "../model/problem";
import type { FieldName } from "../model/record";

/** What a cell holds that empties its field. */
export const clearMark = "{clear}";

// Nothing is an account without these, and a password is never changed by an import.
const never: ReadonlySet<FieldName> = new Set(["email", "fullName", "password", "sendWelcome", "kind"]);

interface Blankable {
  index: number;
  field: FieldName;
  key: string;
  header: string;
  rule: BlankRule;
}

/** The rule, and whether it must see every row: else only those in which some cell may hold the mark. */
export interface BlankCheck {
  everyRow: boolean;
  check: RowCheck;
}

/**
 * Fills `clears` and `blanks`; `row.blank-not-allowed` for `{clear}` where nothing may be cleared, `row.cleared-and-filled` where
 * another cell of the row fills the same list.
 */
export function checkBlanks(file: FileContext): BlankCheck {
  const said = new Map<string, BlankRule>();
  for (const [key, rule] of Object.entries(file.options.blank?.fields ?? {}))
    if (rule !== undefined) said.set(keyOfTarget(key), rule);
  const columns = file.columns.flatMap((column): Blankable[] => {
    if (column.field === null) return [];
    const key = flatKey(column.field, column.part);
    const rule = never.has(column.field) ? "keep" : (said.get(key) ?? file.options.blank?.all ?? "keep");
    return [{ index: column.index, field: column.field, key, header: column.header, rule }];
  });
  const repeated = new Set(columns.map(({ key }) => key).filter((key, i, all) => all.indexOf(key) !== i));
  const values = (cells: readonly string[], key: string): boolean =>
    columns.some((column) => column.key === key && isValue(cells[column.index] ?? ""));
  const check: RowCheck = (row) => {
    for (const column of columns) {
      const cell = row.cells[column.index] ?? "";
      const marked = cell.length >= clearMark.length && cell.trim() === clearMark;
      if (!marked && (column.rule === "keep" || cell.trim() !== "")) continue;
      if (marked && never.has(column.field)) {
        const place = { line: row.line, column: column.header, field: column.field };
        // To the rules the cell was empty; what it holds is what is to be told.
        row.problems = row.problems.filter(
          (problem) => problem.field !== column.field || !problem.code.endsWith(".missing"),
        );
        row.problems.push(makeProblem("row.blank-not-allowed", { marked: 1 }, place));
        continue;
      }
      // Of several columns for one list, one with a value is enough; but a list cannot be emptied and filled in one row.
      if (repeated.has(column.key) && values(row.cells, column.key)) {
        const place = { line: row.line, column: column.header, field: column.field };
        if (marked) row.problems.push(makeProblem("row.cleared-and-filled", {}, place));
        continue;
      }
      const kept = marked || column.rule === "clear" ? (row.clears ??= []) : (row.blanks ??= []);
      if (!kept.includes(column.key)) kept.push(column.key);
    }
  };
  return { everyRow: columns.some(({ rule }) => rule !== "keep"), check };
}

function isValue(cell: string): boolean {
  const text = cell.trim();
  return text !== "" && text !== clearMark;
}
