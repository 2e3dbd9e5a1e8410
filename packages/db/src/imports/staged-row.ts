/** A checked row on its way into import_row, and its line in COPY's text format. */
import { copyArray, copyBoolean, copyBytes, copyJson, copyText } from "./copy-text";
import type { SharedProblems } from "./shared-problems";

export interface StagedRow {
  rowNo: number;
  line: number;
  /** as in the file, the password masked */
  cells: readonly string[];
  /** the problems found in this row alone; null = none */
  problems: readonly unknown[] | null;
  hasError: boolean;
  email: string | null;
  emailKey: string | null;
  fullName: string | null;
  department: string | null;
  departmentKey: string | null;
  /** null = the file has no such column; the two arrays are parallel and hold no key twice */
  groups: readonly string[] | null;
  groupKeys: readonly string[] | null;
  sendWelcome: boolean | null;
  passwordSealed: Buffer | null;
  /** parallel, no key twice; null = none given */
  aliases: readonly string[] | null;
  aliasKeys: readonly string[] | null;
  /**
   * importer's `flattenRecord`: every further value by flat key, null = to be emptied; with `$plan`, the plan's nameKey, and
   * `$blank`, flat keys that are empty where the account must not exist. Null = nothing of all that, the ordinary case.
   */
  extra: Readonly<Record<string, unknown>> | null;
}

export const stagedColumns =
  "import_id, row_no, line, cells, problems, has_error, email, email_key, full_name, department, department_key, " +
  "groups, group_keys, send_welcome, password_sealed, aliases, alias_keys, extra, shared_problem";

/** A problem that the row shares with many goes to `shared`. */
export function copyLine(importId: bigint, row: StagedRow, shared: SharedProblems): string {
  const number = shared.numberOf(row.problems, row.line);
  const problems = number === null ? copyJson(row.problems) : "\\N";
  return `${importId}\t${row.rowNo}\t${row.line}\t${copyArray(row.cells)}\t${problems}\t${copyBoolean(row.hasError)}\t${copyText(row.email)}\t${copyText(row.emailKey)}\t${copyText(row.fullName)}\t${copyText(row.department)}\t${copyText(row.departmentKey)}\t${copyArray(row.groups)}\t${copyArray(row.groupKeys)}\t${copyBoolean(row.sendWelcome)}\t${copyBytes(row.passwordSealed)}\t${copyArray(row.aliases)}\t${copyArray(row.aliasKeys)}\t${copyJson(row.extra)}\t${number === null ? "\\N" : String(number)}\n`;
}
