// References like `BC12` as numbers, held to the size a sheet can have.
import type { MergedRange } from "../cells/cover-merged";
import { sheetBounds } from "../cells/row-builder";
import { corrupt } from "../fault";

/** Column (0-based) of a reference; the row must be `line`, in which the cell stands. */
export function columnOf(reference: string, line: number): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > sheetBounds.columns) throw corrupt("a cell lies outside of the sheet");
  }
  let row = 0;
  const digits = at;
  for (; at < reference.length; at++) {
    const digit = reference.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) throw corrupt("a cell has no place in the sheet");
    row = row * 10 + digit;
  }
  if (column === 0 || digits === at) throw corrupt("a cell has no place in the sheet");
  if (row !== line) throw corrupt("a cell does not stand in its row");
  return column - 1;
}

/** A range like `A1:C3`; null for what is none. */
export function rangeOf(reference: string): MergedRange | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(reference);
  if (match === null) return null;
  const [, left = "", top = "", right = "", bottom = ""] = match;
  return {
    top: Number(top),
    bottom: Number(bottom),
    left: columnOf(`${left}1`, 1),
    right: columnOf(`${right}1`, 1),
  };
}
