// Hides the passwords of a row wherever it is shown. It does not touch what is checked or stored.
import type { ColumnMatch } from "./model/recognition";

const mask = "••••••••";
// A column need not be used to hold passwords: its header is enough.
const secretHeader =
  /pass|pwd|kennwort|geheim|secret|parol|contrase|clave|senha|haslo|hasło|heslo|mot\s*de|wachtwoord|lösenord/iu;

/** Whether the cells of the column are passwords. */
export function isSecretColumn(column: ColumnMatch): boolean {
  return column.field === "password" || secretHeader.test(column.header);
}

/** The cells with every password as the same eight dots; an empty one stays empty. */
export function maskCells(columns: readonly ColumnMatch[], cells: readonly string[]): string[] {
  const masked = cells.slice();
  for (const column of columns)
    if (isSecretColumn(column) && (masked[column.index] ?? "").trim() !== "") masked[column.index] = mask;
  return masked;
}
