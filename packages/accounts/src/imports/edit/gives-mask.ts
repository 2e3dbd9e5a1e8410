/**
 * The mask that stands for a password is no password: typed over itself it changes nothing, and where no password stood it is
 * refused. Pure.
 */
import type { RowToEdit } from "@rollcall/db";
import { isSecretColumn, type ColumnMatch } from "@rollcall/importer";
import { refuse } from "../../result";
import { passwordMask } from "../stage-file";
import type { RowChange } from "./recheck-row";

/** Whether the change would put the mask where none is. */
export function givesMask(columns: readonly ColumnMatch[], row: RowToEdit, change: RowChange): boolean {
  const { cells, added } = change;
  if (added?.["password"] === passwordMask && row.added?.["password"] !== passwordMask) return true;
  return (
    cells !== undefined &&
    columns.some(
      (column) =>
        cells[column.index] === passwordMask &&
        row.cells[column.index] !== passwordMask &&
        isSecretColumn(column),
    )
  );
}

export const maskGiven = refuse({
  code: "invalid",
  fields: {
    value:
      "The dots only stand for a password, and this row has none. Type the password itself, or leave the cell empty.",
  },
});
