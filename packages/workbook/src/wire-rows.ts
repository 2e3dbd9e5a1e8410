// Rows as the child sends them, made the rows everybody else knows: blank ones filled in, repeated ones spread.
import { batchRows, type Row } from "@rollcall/importer";
import type { WireRow } from "./protocol";

/** A row at `line`, its own by default. Each has its own cells: they may be changed. */
export function toRow([line, cells, errorCells]: WireRow, at = line, isFirst = true): Row {
  const own = isFirst ? cells : cells.slice();
  return errorCells === undefined || errorCells === null
    ? { line: at, cells: own }
    : { line: at, cells: own, errorCells };
}

/** All rows from the first line, in batches of at most `batchRows`; `next` gives null at the end. */
export async function* readRows(next: () => Promise<WireRow[] | null>): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  let line = 1;
  for (let rows = await next(); rows !== null; rows = await next()) {
    for (const row of rows) {
      for (; line < row[0]; line++) {
        batch.push({ line, cells: [] });
        if (batch.length >= batchRows) {
          yield batch;
          batch = [];
        }
      }
      for (let last = row[0] + (row[3] ?? 1); line < last; line++) {
        batch.push(toRow(row, line, line === row[0]));
        if (batch.length >= batchRows) {
          yield batch;
          batch = [];
        }
      }
    }
    if (batch.length > 0) yield batch;
    batch = [];
  }
}
