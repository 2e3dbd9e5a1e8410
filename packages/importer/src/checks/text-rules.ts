// The rules about the text of cells that every format has, and the one look at a row that spares nearly all rows from them.
import { beyondAscii } from "../intake/beyond-ascii";
import { isSecretColumn } from "../mask-cells";
import type { FileContext } from "../model/check";
import { clip, type Problem } from "../model/problem";
import type { FieldName } from "../model/record";
import type { CheckedRow, Row } from "../model/row";
import { mayHoldCodes, textDamagedDate } from "./text-damaged-date";
import { mayHoldNumbers, textDamagedNumber } from "./text-damaged-number";
import { textDoubleEncoded } from "./text-double-encoded";
import { textInvisible } from "./text-invisible";
import { textOddSpace } from "./text-odd-space";
import { textProblem } from "./text-problem";
import type { TextCell, TextRule } from "./text-rule";
import { textSmartQuotes } from "./text-smart-quotes";
import { textSpreadsheetError } from "./text-spreadsheet-error";

/** In the order in which their problems are told. */
export const textRules: readonly TextRule[] = [
  textSpreadsheetError,
  textDamagedNumber,
  textDamagedDate,
  textDoubleEncoded,
  textOddSpace,
  textSmartQuotes,
  textInvisible,
];

const hash = 35;
// Their own rules put their text right, or may not be told of it.
const addresses: ReadonlySet<FieldName> = new Set(["email", "aliases", "delegates", "contactEmail"]);

interface Watched {
  index: number;
  field: FieldName;
  header: string;
  first: boolean;
  address: boolean;
  coded: boolean;
}

/** What one look at a row's cells says. */
export interface RowLook {
  /** Some cell has a character beyond printable ASCII. */
  wide: boolean;
  /** Some cell is worth the rules of text. */
  odd: boolean;
  /** Some cell ends like `{clear}`, or begins with the quote of a literal text. */
  marked: boolean;
}

const brace = 125;
const quote = 39;

/**
 * Looks once at every cell of a row; nothing more is done for ordinary ones. The answer is the same object every time.
 * `plain`: the row is known to have nothing beyond printable ASCII.
 */
export function createRowLook(file: FileContext): (row: Row, plain: boolean) => RowLook {
  const coded = watchedColumns(file).filter((column) => column.coded);
  const look: RowLook = { wide: false, odd: false, marked: false };
  return ({ cells, errorCells }, plain) => {
    look.wide = false;
    look.marked = false;
    look.odd = errorCells !== undefined;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? "";
      if (cell === "") continue;
      const last = cell.charCodeAt(cell.length - 1);
      if (last === brace || last <= 32 || last > 126 || cell.charCodeAt(0) === quote) look.marked = true;
      if (!plain && beyondAscii.test(cell)) look.wide = true;
      else if (cell.charCodeAt(0) === hash || cell.charCodeAt(0) === 32) look.odd = true;
    }
    if (look.wide) look.odd = true;
    for (const { index } of look.odd ? [] : coded) if (maybeDamaged(cells[index] ?? "")) look.odd = true;
    return look;
  };
}

/** Adds what the rules of text find in the row's cells; `errors` of spreadsheets silence the other problems of their cells. */
export function createTextCheck(file: FileContext): (row: CheckedRow) => void {
  const columns = watchedColumns(file);
  return (row) => {
    const broken: Problem[] = [];
    for (const column of columns) {
      const text = (row.cells[column.index] ?? "").trim();
      if (text === "" || isPlain(text, column, row)) continue;
      const { field, header, first, index } = column;
      const cell: TextCell = { text, field, line: row.line, column: header, ...(first ? {} : { index }) };
      const error = errorIn(row, column.index, cell);
      if (error !== null) broken.push(error);
      else if (!column.address) row.problems.push(...problemsOf(cell));
    }
    if (broken.length === 0) return;
    const silenced = (problem: Problem): boolean =>
      broken.some(({ field, column }) => problem.field === field && problem.column === column);
    row.problems = [...row.problems.filter((problem) => !silenced(problem)), ...broken];
  };
}

function isPlain(text: string, { coded, index }: Watched, { errorCells }: CheckedRow): boolean {
  if (text.charCodeAt(0) === hash || beyondAscii.test(text)) return false;
  return !(coded && maybeDamaged(text)) && errorCells?.includes(index) !== true;
}

function errorIn(row: CheckedRow, index: number, cell: TextCell): Problem | null {
  if (row.errorCells?.includes(index) === true)
    return textProblem("cell.spreadsheet-error", { value: clip(cell.text) }, cell);
  return cell.text.charCodeAt(0) === hash ? textSpreadsheetError(cell) : null;
}

// The first of them: a text that was encoded twice has odd spaces of its own.
function problemsOf(cell: TextCell): Problem[] {
  for (const rule of textRules) {
    const problem = rule(cell);
    if (problem !== null) return [problem];
  }
  return [];
}

// "#N/A" may stand where a password should; then the value is no secret.
function watchedColumns(file: FileContext): Watched[] {
  return file.columns.flatMap((column): Watched[] => {
    const { index, field, header } = column;
    if (field === null || isSecretColumn(column)) return [];
    const first = file.columnsOf(field)[0] === index;
    const coded = mayHoldCodes(field) || mayHoldNumbers(field);
    return [{ index, field, header, first, address: addresses.has(field), coded }];
  });
}

// How a damaged number or date begins: a digit or two, or three or four letters, and then what parts them from the rest.
function maybeDamaged(cell: string): boolean {
  if (cell.length < 5 || cell.length > 24) return false;
  const from = isDigit(cell.charCodeAt(0)) ? 1 : isLetter(cell.charCodeAt(0)) ? 3 : -1;
  if (from < 0 || (from === 3 && !isDigit(cell.charCodeAt(cell.length - 1)))) return false;
  return parts(cell.charCodeAt(from)) || parts(cell.charCodeAt(from + 1));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  const small = code | 32;
  return small >= 97 && small <= 122;
}

// Space, comma, hyphen, full stop, slash, or the E of a number.
function parts(code: number): boolean {
  return code === 32 || (code >= 44 && code <= 47) || (code | 32) === 101;
}
