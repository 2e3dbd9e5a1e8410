// Which sheet of a workbook is meant, and what it is: the first that is recognised (PRODUCT.md, "Which sheet"), or the one
// that was chosen. It reads nothing; the first rows of every sheet are handed in.
import { isBlankRow } from "./intake/blank-row";
import { emptyRecognition, matchFormats } from "./match-formats";
import { clip, makeProblem } from "./model/problem";
import type { RecogniseOptions } from "./model/read";
import type { Recognition, SheetGuess } from "./model/recognition";
import type { Row } from "./model/row";
import type { SheetHead, WorkbookContainer } from "./model/workbook";
import { factsOf } from "./words/facts";

/** `file.no-sheet` when the one that was chosen is not there; `file.empty` when no sheet has a row with content; otherwise as `recognise` says it of text. */
export function recogniseSheets(
  container: WorkbookContainer,
  sheets: readonly SheetHead[],
  options: Omit<RecogniseOptions, "complete">,
): Recognition {
  const base = emptyRecognition(container, []);
  const tried = sheets.map((sheet) => {
    const rows = sheet.head.filter((row: Row) => !isBlankRow(row.cells));
    const given = { ...options, complete: true };
    return { sheet, rows, found: rows.length === 0 ? null : matchFormats(base, rows, given) };
  });
  const guesses = tried.map(({ sheet, found }): SheetGuess => ({
    name: sheet.name,
    rows: sheet.rows,
    hidden: sheet.hidden,
    format: found?.format ?? null,
  }));
  const named = options.sheet === undefined ? [] : tried.filter(({ sheet }) => sheet.name === options.sheet);
  if (options.sheet !== undefined && named.length === 0) {
    const found = clip(sheets.map(({ name }) => name).join(", "));
    return {
      ...base,
      sheets: guesses,
      problems: [makeProblem("file.no-sheet", { sheet: clip(options.sheet), found })],
    };
  }
  const order = [...tried.filter(({ sheet }) => !sheet.hidden), ...tried.filter(({ sheet }) => sheet.hidden)];
  const chosen =
    named[0] ?? order.find(({ found }) => isCertain(found)) ?? order.find(({ found }) => found !== null);
  if (chosen === undefined || chosen.found === null) {
    return {
      ...base,
      sheet: named[0]?.sheet.name ?? null,
      sheets: guesses,
      problems: [makeProblem("file.empty", {})],
    };
  }
  const recognition = { ...chosen.found, sheet: chosen.sheet.name, sheets: guesses };
  return { ...recognition, facts: factsOf(recognition, null) };
}

// A mapping that was only guessed must not keep a later sheet with a header that is known from being found.
function isCertain(found: Recognition | null): boolean {
  const format = found?.format ?? null;
  return format !== null && format.id !== "custom";
}
