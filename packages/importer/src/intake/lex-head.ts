// The rows in the first text of a file, for one delimiter. It judges nothing.
import type { Limits } from "../model/limits";
import type { Problem } from "../model/problem";
import type { Row } from "../model/row";
import { isBlankRow } from "./blank-row";
import { CsvLexer } from "./csv-lexer";

/** The first rows with content. */
export interface Head {
  rows: Row[];
  blankRows: number;
  /** The first row's cells, as far as they are complete. */
  firstCells: readonly string[];
  /** What ended the reading, if it is a file-level problem. */
  fault: Problem | null;
  sepLine: boolean;
}

const sepLine = /^"?sep=(.)"?(?:\r|\n|$)/iu;

/** The delimiter that a first line `sep=…` (Excel's own) names, or null. */
export function delimiterOfSepLine(text: string): string | null {
  const named = sepLine.exec(text)?.[1];
  return named === undefined || /[\w"'\s]/u.test(named.replace("\t", "")) ? null : named;
}

/** Cuts the text; `complete`: the text is all of it, so that its last row counts too. */
export function lexHead(
  text: string,
  delimiter: string,
  options: { complete: boolean; limits: Limits },
): Head {
  const lexer = new CsvLexer({ delimiter, ...options.limits });
  const all: Row[] = [];
  lexer.push(text, all);
  if (options.complete) lexer.end(all);
  const hasSepLine = delimiterOfSepLine(text) !== null;
  const below = hasSepLine ? all.slice(1) : all;
  const rows = below.filter((row) => !isBlankRow(row.cells));
  const firstCells = rows[0]?.cells ?? lexer.unfinished;
  const blankRows = below.length - rows.length;
  return { rows, blankRows, firstCells, fault: lexer.fault, sepLine: hasSepLine };
}
