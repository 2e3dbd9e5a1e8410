/**
 * The mask that stands for a password is no password: typed over itself it changes nothing, and anything else made of its dots is
 * refused. Pure.
 */
import type { RowToEdit } from "@rollcall/db";
import { isSecretColumn, type ColumnMatch } from "@rollcall/importer";
import { refuse } from "../../result";
import { passwordMask } from "../stage-file";
import type { RowChange } from "./recheck-row";

/** Whether the change would put dots where the mask does not stand already. */
export function givesMask(columns: readonly ColumnMatch[], row: RowToEdit, change: RowChange): boolean {
  const { cells, added } = change;
  if (putsDots(added?.["password"], row.added?.["password"])) return true;
  return (
    cells !== undefined &&
    columns.some((column) => putsDots(cells[column.index], row.cells[column.index]) && isSecretColumn(column))
  );
}

/** Any number of dots, with blanks around: what is left of a mask that somebody typed into. */
function putsDots(value: unknown, before: unknown): boolean {
  if (typeof value !== "string" || !/^\s*\u2022[\u2022\s]*$/u.test(value)) return false;
  return value !== passwordMask || before !== passwordMask;
}

export const maskGiven = refuse({
  code: "invalid",
  fields: {
    value: "The dots only stand for a password. Type the password itself, or leave the cell empty.",
  },
});
