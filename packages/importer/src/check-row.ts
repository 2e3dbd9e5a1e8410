// Understands and checks one row: the same code for a whole file, for one edited row, and in the browser.
import { domainKey } from "./address/domain-key";
import { checkBlanks, clearMark } from "./checks/check-blanks";
import { checkControlCharacters } from "./checks/check-control-characters";
import { unquoteLiteral } from "./checks/literal-quote";
import { shapeProblem } from "./checks/shape-problem";
import { createRowLook, createTextCheck } from "./checks/text-rules";
import { isSecretColumn } from "./mask-cells";
import { cellMapper, defaultsOf } from "./mapping/map-cells";
import { defaultPasswordPolicy, type CheckOptions, type FileContext } from "./model/check";
import { flatKey } from "./model/flat-key";
import type { Format } from "./model/format";
import type { ColumnMatch } from "./model/recognition";
import { clearRecord, emptyRecord, type FieldName } from "./model/record";
import type { CheckedRow, Row } from "./model/row";
import { trimmed } from "./trimmed";

/** Checks one row. For many rows of one file, `createRowChecker` prepares the rules once. */
export function checkRow(
  format: Format,
  columns: readonly ColumnMatch[],
  row: Row,
  options: CheckOptions = {},
): CheckedRow {
  return createRowChecker(format, createFileContext(columns, options))(row);
}

/** Checks rows; `plain` spares a row the search for what is beyond printable ASCII, because it is known to have nothing. */
export type RowChecker = (row: Row, plain?: boolean) => CheckedRow;

/** Makes the row that the rules fill. */
type RowMaker = (row: Row, cells: string[]) => CheckedRow;

/**
 * Prepares the rules of a format for one file's columns. `reuse`: the answer is the same row each time, for who is done with
 * one before asking for the next; the record of a row is most of what checking it costs.
 */
export function createRowChecker(format: Format, file: FileContext, { reuse = false } = {}): RowChecker {
  const make = reuse ? reusedRow() : newRow;
  const controls = checkControlCharacters(file);
  const rules = format.rules.map((rule) => rule(file));
  const text = createTextCheck(file);
  const look = createRowLook(file);
  const blanks = checkBlanks(file);
  const mapped = file.options.mapping ? cellMapper(file.columns, file.options.mapping) : null;
  const secret = new Set(file.columns.filter(isSecretColumn).map(({ index }) => index));
  const literal = (cells: string[]): string[] =>
    cells.map((cell, at) => (secret.has(at) ? cell : unquoteLiteral(cell)));
  return (row, plain = false) => {
    const { wide, odd, marked } = look(row, plain);
    const cells = mapped === null ? row.cells : mapped(row.cells);
    const unmarked = marked ? withoutMarks(cells) : cells;
    const checked = make(row, marked ? literal(unmarked) : unmarked);
    if (row.added !== undefined) checked.added = row.added;
    if (row.errorCells !== undefined) checked.errorCells = row.errorCells;
    // One look at the row tells whether there is anything but printable ASCII in it; nearly every row is spared the rest.
    if (wide) controls(checked);
    for (const rule of rules) rule(checked);
    // What is quoted to be taken as it stands is nothing that a spreadsheet damaged.
    checked.cells = unmarked;
    if (odd) text(checked);
    checked.cells = row.cells;
    if (marked || blanks.everyRow) blanks.check(checked);
    const shape = shapeProblem(row, file);
    if (shape !== null) {
      checked.problems = [shape];
      if (row.misplacedQuote !== undefined) checked.misplacedQuote = row.misplacedQuote;
    }
    return checked;
  };
}

const newRow: RowMaker = ({ line }, cells) => ({
  line,
  cells,
  record: emptyRecord(),
  key: null,
  problems: [],
});

// One row for all. What only few rows have cannot be taken off it without making it slow: then the next one is new.
function reusedRow(): RowMaker {
  let last: CheckedRow | null = null;
  return (row, cells) => {
    if (last === null || hasRareParts(last)) return (last = newRow(row, cells));
    last.line = row.line;
    last.cells = cells;
    last.key = null;
    if (last.problems.length > 0) last.problems = [];
    clearRecord(last.record);
    return last;
  };
}

function hasRareParts({ added, errorCells, misplacedQuote, clears, blanks }: CheckedRow): boolean {
  return (added ?? errorCells ?? misplacedQuote ?? clears ?? blanks) !== undefined;
}

// To the rules a cell that is to be cleared is empty.
function withoutMarks(cells: string[]): string[] {
  return cells.some((cell) => cell.trim() === clearMark)
    ? cells.map((one) => (one.trim() === clearMark ? "" : one))
    : cells;
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
  const defaults = defaultsOf(options.mapping);
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
    reader: (field, part) =>
      readerOf(field, columnsOf(field, part), defaults.get(flatKey(field, part)) ?? null),
  };
}

function add<K>(positions: Map<K, number[]>, key: K, index: number): void {
  const before = positions.get(key);
  if (before === undefined) positions.set(key, [index]);
  else before.push(index);
}

// Where the file has no column, what was set by hand, else what the mapping gives to every row; several full names are joined.
function readerOf(
  field: FieldName,
  columns: readonly number[],
  fallback: string | null,
): (row: Row) => string | null {
  const index = columns[0];
  if (index === undefined)
    return (row) => {
      const added = row.added?.[field]?.trim() ?? "";
      return added === "" ? (fallback ?? row.added?.[field]?.trim() ?? null) : added;
    };
  if (field !== "fullName" || columns.length === 1) return (row) => trimmed(row.cells[index] ?? "");
  return (row) =>
    columns
      .map((at) => (row.cells[at] ?? "").trim())
      .filter((text) => text !== "")
      .join(" ");
}
