/**
 * A staged row with what somebody changed, checked anew by the checker of its file. Passwords are sealed when a row comes and
 * when it goes; in between the checker sees them, and nothing else does. Knows no database.
 */
import {
  cellMasker,
  createFileChecker,
  flatKey,
  isSecretColumn,
  makeProblem,
  type CheckedRow,
  type ColumnMatch,
  type FieldName,
  type Format,
  type Problem,
  type ReadOptions,
  type Row,
} from "@rollcall/importer";
import type { RowToEdit, EditedRow } from "@rollcall/db";
import { openPassword } from "../../secrets/sealing";
import { passwordMask, toStagedRow } from "../stage-file";
import type { StoredRecognition } from "../to-import-record";

/** What changes in a row; cells of passwords that stay are masked, as they are in the row. */
export interface RowChange {
  cells?: string[];
  /** values of fields that the file has no column for; null = none */
  added?: Record<string, string> | null;
  decision?: "skip" | "link" | null;
  linkAccountId?: string | null;
}

export interface RecheckGround {
  importId: bigint;
  /** null: destroyed; passwords of the file are gone and none can be given */
  importKey: Uint8Array | null;
  format: Format;
  recognition: StoredRecognition;
  options: ReadOptions;
}

export type Recheck = (row: RowToEdit, change: RowChange) => EditedRow;

/** For one step: of the passwords that it gives, a repeated one is told (`password.reused`). */
export function createRecheck(ground: RecheckGround): Recheck {
  const { importId, format, recognition, options } = ground;
  const { columns } = recognition;
  const importKey = ground.importKey ?? new Uint8Array(32);
  const check = createFileChecker(format, recognition, { ...options, reusedPasswords: false });
  const checkGiven = createFileChecker(format, recognition, { ...options, reusedPasswords: true });
  const context = {
    importId,
    importKey,
    mask: cellMasker(columns),
    impliedRole: format.protectsAdministrators,
  };
  return (row, change) => {
    const { decision = row.decision, linkAccountId = row.linkAccountId } = change;
    const cells = change.cells ?? row.cells;
    const added = change.added === undefined ? row.added : change.added;
    const isEdited = change.cells !== undefined || change.added !== undefined;
    const keeps = keepsPassword(columns, row, cells, added);
    const sealed = keeps && ground.importKey !== null ? row.passwordSealed : null;
    const password = sealed === null ? null : openPassword(importKey, importId, row.rowNo, sealed);
    const plain = toPlainRow(columns, row, { cells, added, password });
    const checked = (keeps ? check : checkGiven)(plain);
    if (keeps) keepTold(columns, row, checked, password, cells);
    const staged = toStagedRow(checked, row.rowNo, context);
    return {
      ...staged,
      passwordSealed: staged.passwordSealed === null || !keeps ? staged.passwordSealed : sealed,
      decision,
      linkAccountId,
      original: isEdited ? (row.original ?? row.cells) : row.original,
      added: maskedAdded(added),
    };
  };
}

/** Whether the row's password is the one it had: its cell is as it was. */
function keepsPassword(
  columns: readonly ColumnMatch[],
  row: RowToEdit,
  cells: readonly string[],
  added: Record<string, string> | null,
): boolean {
  const at = columns.find((column) => column.field === "password")?.index;
  return at === undefined
    ? (added?.["password"] ?? "") === (row.added?.["password"] ?? "")
    : (cells[at] ?? "") === (row.cells[at] ?? "");
}

/** The row as it was read: what is masked is put back from where it is kept. */
function toPlainRow(
  columns: readonly ColumnMatch[],
  row: RowToEdit,
  now: { cells: readonly string[]; added: Record<string, string> | null; password: string | null },
): Row {
  const cells = now.cells.slice();
  const isMasked = (at: number): boolean => cells[at] === passwordMask && row.cells[at] === passwordMask;
  const passwordAt = columns.find((column) => column.field === "password")?.index ?? -1;
  for (const column of columns) {
    const { index } = column;
    if (!isSecretColumn(column) || !isMasked(index)) continue;
    cells[index] = index === passwordAt ? (now.password ?? "") : stagedValue(row, column);
  }
  // A password may have stood further right in a row of too many values; it is kept nowhere.
  if (toldOf(row, "row.too-many-values").length > 0)
    for (let at = 0; at < cells.length; at += 1) if (isMasked(at)) cells[at] = "";
  const errorCells = columns.flatMap(({ index }) =>
    wasError(row, columns, index) && cells[index] === row.cells[index] ? [index] : [],
  );
  return {
    line: row.line,
    cells,
    ...(errorCells.length === 0 ? {} : { errorCells }),
    ...(now.added === null ? {} : { added: plainAdded(now.added, now.password) }),
  };
}

/** Of a column that is hidden for its heading alone: what the row said by it. */
function stagedValue(row: RowToEdit, { field, part }: ColumnMatch): string {
  if (field === null) return "";
  if (field === "email") return row.email ?? "";
  if (field === "fullName") return row.fullName ?? "";
  if (field === "department") return row.department ?? "";
  const value = row.extra?.[flatKey(field, part)];
  return typeof value === "string" ? value : "";
}

function toldOf(row: RowToEdit, code: Problem["code"]): Problem[] {
  return ((row.problems ?? []) as Problem[]).filter((problem) => problem.code === code);
}

/** Which cells held an error of the spreadsheet is kept in what was told of them. */
function wasError(row: RowToEdit, columns: readonly ColumnMatch[], index: number): boolean {
  const column = columns.find((one) => one.index === index);
  if (column === undefined) return false;
  const { field, header } = column;
  return toldOf(row, "cell.spreadsheet-error").some((one) => one.field === field && one.column === header);
}

/** What only the whole file, or the lost key, can tell of a password that stays. */
function keepTold(
  columns: readonly ColumnMatch[],
  row: RowToEdit,
  checked: CheckedRow,
  password: string | null,
  cells: readonly string[],
): void {
  if (checked.record.password !== null) checked.problems.push(...toldOf(row, "password.reused"));
  const column = columns.find(({ field }) => field === "password");
  const masked = column === undefined ? row.added?.["password"] : cells[column.index];
  if (password === null && masked === passwordMask) {
    const place = { line: row.line, column: column?.header ?? null, field: "password" as const };
    checked.problems.push(makeProblem("password.gone", {}, place));
  }
}

function plainAdded(
  added: Record<string, string>,
  password: string | null,
): Partial<Record<FieldName, string>> {
  return added["password"] === passwordMask ? { ...added, password: password ?? "" } : added;
}

function maskedAdded(added: Record<string, string> | null): Record<string, string> | null {
  return added?.["password"] === undefined ? added : { ...added, password: passwordMask };
}
