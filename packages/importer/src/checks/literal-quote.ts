// The quote that says of a cell that its text is meant as it stands, as in a spreadsheet: `'{clear}` is the text {clear}, and `'1E+15`
// no number that was shortened. Exports write it, imports take it away: exactly inverse.
import { clearMark } from "./check-blanks";
import { isShortenedNumber } from "./text-damaged-number";
import { isSpreadsheetError } from "./text-spreadsheet-error";

const quotes = /^'*/u;

/** Puts one `'` before a cell that an import would take for something else than its text, or that looks as if one had been put there. */
export function quoteLiteral(cell: string): string {
  return isTakenOtherwise(cell.replace(quotes, "")) ? `'${cell}` : cell;
}

/** Takes one `'` away from a cell that `quoteLiteral` could have put it before. `'t Hooft` is left alone. */
export function unquoteLiteral(cell: string): string {
  const text = cell.trim();
  // 39 is the quote.
  return text.charCodeAt(0) === 39 && isTakenOtherwise(text.replace(quotes, "")) ? text.slice(1) : cell;
}

function isTakenOtherwise(cell: string): boolean {
  const text = cell.trim();
  return text === clearMark || isSpreadsheetError(text) || isShortenedNumber(text);
}
