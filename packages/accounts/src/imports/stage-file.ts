/**
 * From checked rows of the importer to rows for staging: keys made, passwords sealed and taken out of the cells. Pure but
 * for the sealing; knows no database.
 */
import { maskCells, nameKey, type CheckedRow, type ColumnMatch } from "@rollcall/importer";
import type { StagedRow } from "@rollcall/db";
import { sealPassword } from "../secrets/sealing";

/** What stands in a staged password cell, whatever was in the file. */
export const passwordMask = "••••••••";

export interface StagingContext {
  importId: bigint;
  importKey: Uint8Array;
  columns: readonly ColumnMatch[];
}

/** `rowNo` counts from 1 in the order of the file. */
export function toStagedRow(row: CheckedRow, rowNo: number, context: StagingContext): StagedRow {
  const { record } = row;
  const groups = record.groups;
  return {
    rowNo,
    line: row.line,
    // also where a shifted row may have carried a password
    cells: maskCells(context.columns, row.cells),
    problems: row.problems.length === 0 ? null : row.problems,
    hasError: row.problems.some((problem) => problem.severity === "error"),
    email: record.email,
    emailKey: row.key,
    username: record.username,
    fullName: record.fullName,
    givenName: record.givenName,
    middleName: record.middleName,
    familyName: record.familyName,
    department: record.department,
    departmentKey: record.department === null ? null : nameKey(record.department),
    groups,
    groupKeys: groups === null ? null : groups.map(nameKey),
    sendWelcome: record.sendWelcome,
    passwordSealed:
      record.password === null
        ? null
        : Buffer.from(sealPassword(context.importKey, context.importId, rowNo, record.password)),
  };
}
