/** A checked row on its way into import_row, and its line in COPY's text format. */
import { copyArray, copyBoolean, copyBytes, copyJson, copyText } from "./copy-text";

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
  username: string | null;
  fullName: string | null;
  givenName: string | null;
  middleName: string | null;
  familyName: string | null;
  department: string | null;
  departmentKey: string | null;
  /** null = the file has no such column; the two arrays are parallel and hold no key twice */
  groups: readonly string[] | null;
  groupKeys: readonly string[] | null;
  sendWelcome: boolean | null;
  passwordSealed: Buffer | null;
}

export const stagedColumns =
  "import_id, row_no, line, cells, problems, has_error, email, email_key, username, full_name, given_name, middle_name, " +
  "family_name, department, department_key, groups, group_keys, send_welcome, password_sealed";

export function copyLine(importId: bigint, row: StagedRow): string {
  return `${importId}\t${row.rowNo}\t${row.line}\t${copyArray(row.cells)}\t${copyJson(row.problems)}\t${copyBoolean(row.hasError)}\t${copyText(row.email)}\t${copyText(row.emailKey)}\t${copyText(row.username)}\t${copyText(row.fullName)}\t${copyText(row.givenName)}\t${copyText(row.middleName)}\t${copyText(row.familyName)}\t${copyText(row.department)}\t${copyText(row.departmentKey)}\t${copyArray(row.groups)}\t${copyArray(row.groupKeys)}\t${copyBoolean(row.sendWelcome)}\t${copyBytes(row.passwordSealed)}\n`;
}
