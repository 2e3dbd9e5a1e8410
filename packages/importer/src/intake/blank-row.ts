// Which rows hold nothing. They are counted and left out everywhere alike.

/** Whether every cell is empty or white space. */
export function isBlankRow(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== "" && cell.trim() !== "") return false;
  return true;
}
