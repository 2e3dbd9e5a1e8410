// Which character parts the values of a CSV, and why. It knows no format; who calls it says how good a header looks.
import type { Limits } from "../model/limits";
import { grouped } from "../words/phrases";
import { delimiterOfSepLine, lexHead, type Head } from "./lex-head";

/** A delimiter, the reason for it in words, and the first rows as it cuts them. */
export interface DelimiterGuess {
  delimiter: string;
  reason: string;
  head: Head;
}

/** The delimiters that are looked for, in order of preference. */
export const delimiters = [",", ";", "\t", "|"] as const;

// Characters that every delimiter is tried on; the first rows tell, not the thousandth.
const triedAtMost = 64 * 1024;

const names: Record<string, string> = { ",": "commas", ";": "semicolons", "\t": "tabs", "|": "pipes" };

/** "commas", for people. */
export function delimiterName(delimiter: string): string {
  return names[delimiter] ?? `“${delimiter}”`;
}

/**
 * The choice of the person, the file's own `sep=` line, or the delimiter under which the header names most columns that
 * are known (`known` counts them) and, among equals, under which the first rows agree best in how many values they have.
 */
export function guessDelimiter(
  text: string,
  options: {
    chosen: string | undefined;
    complete: boolean;
    limits: Limits;
    known: (header: readonly string[]) => number;
  },
): DelimiterGuess {
  const named = delimiterOfSepLine(text);
  const given = options.chosen ?? named;
  if (given !== null) {
    const reason = options.chosen === undefined ? "as its first line says" : "as you chose";
    return { delimiter: given, reason, head: lexHead(text, given, options) };
  }
  const tried = text.slice(0, triedAtMost);
  const complete = options.complete && tried.length === text.length;
  const scores = delimiters.map((delimiter) =>
    scoreOf(lexHead(tried, delimiter, { ...options, complete }), options.known),
  );
  const delimiter = delimiters[scores.indexOf(Math.max(...scores))] ?? ",";
  const head = lexHead(text, delimiter, options);
  return { delimiter, reason: reasonOf(head), head };
}

function scoreOf(head: Head, known: (header: readonly string[]) => number): number {
  const width = head.firstCells.length;
  // Nothing but delimiters, row after row: these they are.
  if (width === 0) return head.blankRows > 0 ? 1 : 0;
  const alike = width > 1 ? alikeShare(head) : titledShare(head);
  return known(head.firstCells) * 10 + alike * 5 + Math.min(width, 20) / 20;
}

// The share of the first rows that have as many values as the header, give or take trailing ones.
function alikeShare(head: Head): number {
  const below = head.rows.slice(1, 101);
  const width = head.rows[0]?.cells.length ?? 0;
  if (below.length === 0) return 0.5;
  return below.filter((row) => row.cells.length === width).length / below.length;
}

// Below a title, which is one value under any delimiter: the share of the first rows that have the most usual width.
function titledShare(head: Head): number {
  const below = head.rows.slice(1, 101);
  const [width, rows] = usualWidth(head);
  return width > 1 ? (0.9 * rows) / below.length : 0;
}

// The most usual width of the rows below the first, and how many of them have it.
function usualWidth(head: Head): [width: number, rows: number] {
  const counts = new Map<number, number>();
  for (const { cells } of head.rows.slice(1, 101))
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].reduce<[number, number]>((most, one) => (one[1] > most[1] ? one : most), [0, 0]);
}

function reasonOf(head: Head): string {
  const width = head.rows[0]?.cells.length ?? 0;
  const [usual] = usualWidth(head);
  if (width < 2) return usual < 2 ? "there is only one column" : `most rows have ${grouped(usual)} values`;
  const alike = head.rows.length > 1 && alikeShare(head) === 1;
  return alike ? `every row has ${grouped(width)} values` : `the header has ${grouped(width)} values`;
}
