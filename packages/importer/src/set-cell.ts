// Sets one value of a row, by hand or by a one-click fix. It checks nothing: `checkRow` does.
import type { Fix } from "./model/problem";
import type { ColumnMatch } from "./model/recognition";
import type { FieldName } from "./model/record";
import type { Row } from "./model/row";

/** The row with the value in the field's first column; where the file has no such column, in `added`. */
export function setCell(columns: readonly ColumnMatch[], row: Row, field: FieldName, value: string): Row {
  const column = columns.find((candidate) => candidate.field === field);
  if (column === undefined) return { ...row, added: { ...row.added, [field]: value } };
  return setCellAt(row, column.index, value);
}

/** The row with the value in the cell at a position; empty cells before it are made where the row is shorter. */
export function setCellAt(row: Row, index: number, value: string): Row {
  const cells = row.cells.slice();
  while (cells.length < index) cells.push("");
  cells[index] = value;
  return { ...row, cells };
}

/** The row as the fix would have it. */
export function applyFix(columns: readonly ColumnMatch[], row: Row, fix: Fix): Row {
  return fix.index === undefined
    ? setCell(columns, row, fix.field, fix.value)
    : setCellAt(row, fix.index, fix.value);
}
