// Understands and checks one row: the same code for a whole file, for one edited row, and in the browser.
import { domainKey } from "./address/domain-key";
import { checkBlanks, clearMark } from "./checks/check-blanks";
import { checkControlCharacters } from "./checks/check-control-characters";
import { shapeProblem } from "./checks/shape-problem";
import { mappedReader } from "./mapping/mapped-reader";
import { defaultPasswordPolicy, type CheckOptions, type FileContext } from "./model/check";
import { flatKey } from "./model/flat-key";
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
  const blanks = checkBlanks(file);
  return (row) => {
    const checked: CheckedRow = {
      line: row.line,
      cells: withoutMarks(row.cells),
      record: emptyRecord(),
      key: null,
      problems: [],
    };
    if (row.added !== undefined) checked.added = row.added;
    if (row.errorCells !== undefined) checked.errorCells = row.errorCells;
    for (const rule of rules) rule(checked);
    checked.cells = row.cells;
    blanks(checked);
    const shape = shapeProblem(row, file);
    if (shape !== null) {
      checked.problems = [shape];
      if (row.misplacedQuote !== undefined) checked.misplacedQuote = row.misplacedQuote;
    }
    return checked;
  };
}

// To the rules a cell that is to be cleared is empty; nearly no row has one.
function withoutMarks(cells: string[]): string[] {
  for (const cell of cells)
    if (
      cell.length >= clearMark.length &&
      cell.charCodeAt(cell.length - 1) === 125 &&
      cell.trim() === clearMark
    )
      return cells.map((one) => (one.trim() === clearMark ? "" : one));
  return cells;
}

/** What the rules share: where each field is, and what the organisation asks for. */
export function createFileContext(columns: readonly ColumnMatch[], options: CheckOptions = {}): FileContext {
  const byField = new Map<FieldName, number[]>();
  const byKey = new Map<string, number[]>();
  const headers = new Map<number, string>();
  let width = 0;
  for (const { index, header, field, part } of columns) {
    width = Math.max(width, index + 1);
    if (header !== "") headers.set(index, header);
    if (field === null) continue;
    add(byField, field, index);
    add(byKey, flatKey(field, part), index);
  }
  const columnsOf = (field: FieldName, part?: string): readonly number[] =>
    (part === undefined ? byField.get(field) : byKey.get(flatKey(field, part))) ?? [];
  const headerAt = (index: number): string | null => headers.get(index) ?? null;
  return {
    options,
    columns,
    passwordPolicy: options.passwordPolicy ?? defaultPasswordPolicy,
    domains: new Set((options.domains ?? []).map((domain) => domainKey(domain) ?? domain)),
    width,
    columnsOf,
    headerAt,
    headerOf: (field, part) => headerAt(columnsOf(field, part)[0] ?? -1),
    reader: (field, part) => {
      const read = readerOf(field, columnsOf(field, part)[0]);
      return options.mapping ? mappedReader(read, flatKey(field, part), options.mapping) : read;
    },
  };
}

function add<K>(positions: Map<K, number[]>, key: K, index: number): void {
  const before = positions.get(key);
  if (before === undefined) positions.set(key, [index]);
  else before.push(index);
}

function readerOf(field: FieldName, index: number | undefined): (row: Row) => string | null {
  return index === undefined
    ? (row) => row.added?.[field]?.trim() ?? null
    : (row) => (row.cells[index] ?? "").trim();
}
