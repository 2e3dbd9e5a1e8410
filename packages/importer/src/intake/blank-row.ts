// Which rows hold nothing. They are counted and left out everywhere alike.

import { trimmed } from "../trimmed";

/** Whether every cell, or every one from a position on, is empty or white space. */
export function isBlankRow(cells: readonly string[], from = 0): boolean {
  for (let at = from; at < cells.length; at++) {
    const cell = cells[at] ?? "";
    if (trimmed(cell) !== "") return false;
  }
  return true;
}
