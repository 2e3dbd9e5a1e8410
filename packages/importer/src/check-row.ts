// Understands and checks one row: the same code for a whole file, for one edited row, and in the browser.
import { domainKey } from "./address/domain-key";
import { checkControlCharacters } from "./checks/check-control-characters";
import { shapeProblem } from "./checks/shape-problem";
import { defaultPasswordPolicy, type CheckOptions, type FileContext } from "./model/check";
import type { Format } from "./model/format";
import type { ColumnMatch } from "./model/recognition";
import { emptyRecord, type FieldName } from "./model/record";
import type { CheckedRow, Row } from "./model/row";

/** Checks one row. For many rows of one file, `createRowChecker` prepares the rules once. */
export function checkRow(
  format: Format,
  columns: readonly ColumnMatch[],
  row: Row,
  options: CheckOptions = {},
): CheckedRow {
  return createRowChecker(format, createFileContext(columns, options))(row);
}

/** Prepares the rules of a format for one file's columns. */
export function createRowChecker(format: Format, file: FileContext): (row: Row) => CheckedRow {
  const rules = [checkControlCharacters, ...format.rules].map((rule) => rule(file));
  return (row) => {
    const checked: CheckedRow = {
      line: row.line,
      cells: row.cells,
      record: emptyRecord(),
      key: null,
      problems: [],
    };
    if (row.added !== undefined) checked.added = row.added;
    for (const rule of rules) rule(checked);
    const shape = shapeProblem(row, file);
    if (shape !== null) {
      checked.problems = [shape];
      if (row.misplacedQuote !== undefined) checked.misplacedQuote = row.misplacedQuote;
    }
    return checked;
  };
}

/** What the rules share: where each field is, and what the organisation asks for. */
export function createFileContext(columns: readonly ColumnMatch[], options: CheckOptions = {}): FileContext {
  const positions = new Map<FieldName, number[]>();
  const headers = new Map<number, string>();
  let width = 0;
  for (const { index, header, field } of columns) {
    width = Math.max(width, index + 1);
    if (header !== "") headers.set(index, header);
    if (field === null) continue;
    const before = positions.get(field);
    if (before === undefined) positions.set(field, [index]);
    else before.push(index);
  }
  const columnsOf = (field: FieldName): readonly number[] => positions.get(field) ?? [];
  const headerAt = (index: number): string | null => headers.get(index) ?? null;
  return {
    passwordPolicy: options.passwordPolicy ?? defaultPasswordPolicy,
    domains: new Set((options.domains ?? []).map((domain) => domainKey(domain) ?? domain)),
    width,
    columnsOf,
    headerAt,
    headerOf: (field) => headerAt(columnsOf(field)[0] ?? -1),
    reader: (field) => readerOf(field, columnsOf(field)[0]),
  };
}

function readerOf(field: FieldName, index: number | undefined): (row: Row) => string | null {
  return index === undefined
    ? (row) => row.added?.[field]?.trim() ?? null
    : (row) => (row.cells[index] ?? "").trim();
}
