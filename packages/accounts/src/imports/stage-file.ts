/**
 * From checked rows of the importer to rows for staging: keys made, passwords sealed and taken out of the cells. Pure but
 * for the sealing; knows no database.
 */
import { addressKey, flattenRecord, nameKey, type CellMasker, type CheckedRow } from "@rollcall/importer";
import type { StagedRow } from "@rollcall/db";
import { sealPassword } from "../secrets/sealing";

/** What stands in a staged password cell, whatever was in the file. */
export const passwordMask = "••••••••";

export interface StagingContext {
  importId: bigint;
  importKey: Uint8Array;
  /** that of the file's columns */
  mask: CellMasker;
  /** the format gives every row the role User by itself: it is not what the row says */
  impliedRole: boolean;
}

/** `rowNo` counts from 1 in the order of the file. */
export function toStagedRow(row: CheckedRow, rowNo: number, context: StagingContext): StagedRow {
  const { record } = row;
  const groups = record.groups;
  return {
    rowNo,
    line: row.line,
    // also where a shifted row may have carried a password
    cells: context.mask(row.cells),
    problems: row.problems.length === 0 ? null : row.problems,
    hasError: row.problems.some((problem) => problem.severity === "error"),
    email: record.email,
    emailKey: row.key,
    fullName: record.fullName,
    department: record.department,
    departmentKey: record.department === null ? null : nameKey(record.department),
    groups,
    groupKeys: groups === null ? null : groups.map(nameKey),
    sendWelcome: record.sendWelcome,
    passwordSealed:
      record.password === null
        ? null
        : Buffer.from(sealPassword(context.importKey, context.importId, rowNo, record.password)),
    ...keyedAliases(record.aliases),
    extra: toExtra(row, context.impliedRole),
  };
}

/** Each alias once, by its key; what is no address has a problem of its own and is left out. */
function keyedAliases(aliases: readonly string[] | null): Pick<StagedRow, "aliases" | "aliasKeys"> {
  if (aliases === null || aliases.length === 0) return { aliases: null, aliasKeys: null };
  const byKey = new Map<string, string>();
  for (const alias of aliases) {
    const key = addressKey(alias);
    if (key !== null && !byKey.has(key)) byKey.set(key, alias);
  }
  return { aliases: [...byKey.values()], aliasKeys: [...byKey.keys()] };
}

/** Null for a row that gives no more than staging has columns for. */
function toExtra(row: CheckedRow, impliedRole: boolean): Record<string, unknown> | null {
  const flat = flattenRecord(row, impliedRole);
  const blanks = row.blanks ?? [];
  if (flat === null && blanks.length === 0) return null;
  const { plan } = row.record;
  return {
    ...flat,
    ...(plan === null ? {} : { $plan: nameKey(plan) }),
    ...(blanks.length === 0 ? {} : { $blank: blanks }),
  };
}
