// The quote that keeps a spreadsheet from running a cell of a CSV as a formula (PRODUCT.md, "Exports"). Exactly inverse.

const risky = /^'*[=+\-@\t\r]/;
const quotedRisky = /^'+[=+\-@\t\r]/;

/** Puts one `'` before a cell that a spreadsheet would run, or that already looks as if one had been put there. */
export function escapeCell(cell: string): string {
  return risky.test(cell) ? `'${cell}` : cell;
}

/** Takes one `'` away from a cell that `escapeCell` could have put it before. `'t Hooft` is left alone. */
export function unescapeCell(cell: string): string {
  // 39 is the quote: nearly every cell is answered by its first character.
  return cell.charCodeAt(0) === 39 && quotedRisky.test(cell) ? cell.slice(1) : cell;
}
