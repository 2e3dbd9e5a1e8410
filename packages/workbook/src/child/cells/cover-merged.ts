// Empties the cells that a merged range covers: people see only its first cell, whatever else is still stored below it.
import type { WireRow } from "../../protocol";

/** A merged range; rows 1-based, columns 0-based, both ends included. */
export interface MergedRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Rows without what merged ranges cover; rows that are blank then are left out. */
export function coverMerged(rows: WireRow[], merged: readonly MergedRange[]): WireRow[] {
  const first = rows[0]?.[0];
  const last = rows.at(-1)?.[0];
  if (merged.length === 0 || first === undefined || last === undefined) return rows;
  const active = merged.filter((range) => range.top <= last && range.bottom >= first);
  if (active.length === 0) return rows;
  const byLine = new Map<number, MergedRange[]>();
  for (const [line] of rows) byLine.set(line, []);
  for (const range of active)
    for (let line = Math.max(range.top, first); line <= Math.min(range.bottom, last); line++)
      byLine.get(line)?.push(range);
  return rows.map((row) => cover(row, byLine.get(row[0]) ?? [])).filter(([, cells]) => cells.length > 0);
}

function cover(row: WireRow, ranges: readonly MergedRange[]): WireRow {
  if (ranges.length === 0) return row;
  const [line, cells, errors] = row;
  const isCovered = (at: number) =>
    ranges.some(
      (range) => at >= range.left && at <= range.right && !(line === range.top && at === range.left),
    );
  const kept = cells.map((cell, at) => (cell !== "" && isCovered(at) ? "" : cell));
  while (kept.length > 0 && kept.at(-1) === "") kept.pop();
  const stillErrors = errors?.filter((at) => !isCovered(at)) ?? [];
  return stillErrors.length === 0 ? [line, kept] : [line, kept, stillErrors];
}
