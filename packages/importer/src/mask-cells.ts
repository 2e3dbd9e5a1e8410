// Hides the passwords of a row wherever it is shown. It does not touch what is checked or stored.
import type { ColumnMatch } from "./model/recognition";

const mask = "••••••••";
// A column need not be used to hold passwords: its header is enough.
const secretHeader =
  /(?<!by|com)pass(?!port|eng)|pwd|kennwort|geheim|secret(?!ar)|parol|contrase|clave|senha|haslo|hasło|heslo|mot\s*de|wachtwoord|lösenord/iu;

/** Whether the cells of the column are passwords. Those of switches about passwords are not. */
export function isSecretColumn(column: ColumnMatch): boolean {
  if (column.field === "mustChangePassword" || column.field === "passwordNeverExpires") return false;
  return column.field === "password" || secretHeader.test(column.header);
}

/**
 * The cells with every password as the same eight dots; an empty one stays empty. In a row with more values than columns
 * a password may stand further right by as many as are too many, so those cells are hidden with it. What stands left of the
 * table is nobody's business, whatever it is: those cells come out empty.
 */
export function maskCells(columns: readonly ColumnMatch[], cells: readonly string[]): string[] {
  const masked = cells.slice();
  masked.fill("", 0, firstOf(columns));
  const excess = Math.max(0, valuesIn(cells) - widthOf(columns));
  for (const column of columns) {
    if (!isSecretColumn(column)) continue;
    for (let at = column.index; at <= column.index + excess; at++)
      if ((masked[at] ?? "").trim() !== "") masked[at] = mask;
  }
  return masked;
}

function valuesIn(cells: readonly string[]): number {
  let values = cells.length;
  while (values > 0 && (cells[values - 1] ?? "").trim() === "") values--;
  return values;
}

function firstOf(columns: readonly ColumnMatch[]): number {
  return columns.reduce((first, column) => Math.min(first, column.index), columns[0]?.index ?? 0);
}

function widthOf(columns: readonly ColumnMatch[]): number {
  return columns.reduce((width, column) => Math.max(width, column.index + 1), 0);
}
