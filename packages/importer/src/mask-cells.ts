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

/** The cells of one row as they may be shown; the same array where there is nothing to hide. */
export type CellMasker = (cells: string[]) => string[];

/**
 * The cells with every password as the same eight dots; an empty one stays empty. In a row with more values than columns
 * a password may stand further right by as many as are too many, so those cells are hidden with it. What stands left of the
 * table is nobody's business, whatever it is: those cells come out empty. Prepared once for the rows of a file.
 */
export function cellMasker(columns: readonly ColumnMatch[]): CellMasker {
  const secret = columns.filter(isSecretColumn);
  const [first, width] = [firstOf(columns), widthOf(columns)];
  if (secret.length === 0 && first === 0) return (cells) => cells;
  return (cells) => {
    const masked = cells.slice();
    masked.fill("", 0, first);
    const excess = Math.max(0, valuesIn(cells) - width);
    for (const column of secret) {
      for (let at = column.index; at <= column.index + excess; at++)
        if ((masked[at] ?? "").trim() !== "") masked[at] = mask;
    }
    return masked;
  };
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
