// Sets one value of a row, by hand or by a one-click fix. It checks nothing: `checkRow` does.
import type { Fix } from "./model/problem";
import type { ColumnMatch } from "./model/recognition";
import type { FieldName } from "./model/record";
import type { Row } from "./model/row";

/** The row with the value in the field's first column; where the file has no such column, in `added`. */
export function setCell(columns: readonly ColumnMatch[], row: Row, field: FieldName, value: string): Row {
  const column = columns.find((candidate) => candidate.field === field);
  if (column === undefined) return { ...row, added: { ...row.added, [field]: value } };
  const cells = row.cells.slice();
  while (cells.length < column.index) cells.push("");
  cells[column.index] = value;
  return { ...row, cells };
}

/** The row as the fix would have it. */
export function applyFix(columns: readonly ColumnMatch[], row: Row, fix: Fix): Row {
  return setCell(columns, row, fix.field, fix.value);
}
