// What reading a file in another encoding changes, side by side, for a file that was refused with `file.encoding`.
import { headerKey } from "./formats/header-key";
import { isSecretColumn } from "./mask-cells";
import { defaultLimits } from "./model/limits";
import type { ColumnMatch, EncodingId } from "./model/recognition";
import type { Row } from "./model/row";
import { startOfText } from "./model/start-of-text";
import { guessDelimiter } from "./intake/delimiter";
import { lexHead } from "./intake/lex-head";
import { createDecoder } from "./intake/decoder";
import { bomLengths, guessEncoding } from "./intake/encodings";

/** One row of the file as it reads now and as it would: the cells that differ, parted by " · ". */
export interface EncodingChange {
  line: number;
  before: string;
  after: string;
}

const linesAtMost = 10;
const mask = "••••••••";
const cellAtMost = 100;

/**
 * The first ten rows that read differently; where a byte is none of `from`, `before` has U+FFFD. Cells below a header that
 * speaks of passwords, and in rows of a table without any header that is known, all short ones beside an address, are masked.
 */
export function previewEncoding(head: Uint8Array, from: EncodingId, to: EncodingId): EncodingChange[] {
  const after = textOf(head, to);
  const { delimiter } = guessDelimiter(after, {
    chosen: undefined,
    complete: false,
    limits: defaultLimits,
    known: countWords,
  });
  const read = (text: string): readonly Row[] =>
    lexHead(text, delimiter, { complete: true, limits: defaultLimits }).rows;
  const now = new Map(read(textOf(head, from)).map((row) => [row.line, row]));
  const rows = read(after);
  const secrets = secretPositions(rows[0]);
  const changes: EncodingChange[] = [];
  for (const row of rows) {
    const change = changeOf(now.get(row.line), row, secrets);
    if (change !== null) changes.push(change);
    if (changes.length === linesAtMost) break;
  }
  return changes;
}

function changeOf(
  now: Row | undefined,
  row: Row,
  secrets: ReadonlySet<number> | null,
): EncodingChange | null {
  const before: string[] = [];
  const after: string[] = [];
  row.cells.forEach((cell, i) => {
    const old = now?.cells[i] ?? "";
    if (old === cell) return;
    const hidden = secrets?.has(i) ?? (i > 0 && !/\s/u.test(cell));
    before.push(hidden ? mask : clipped(old));
    after.push(hidden ? mask : clipped(cell));
  });
  return after.length === 0 ? null : { line: row.line, before: before.join(" · "), after: after.join(" · ") };
}

// Null when the first row is no header: then any cell may be a password.
function secretPositions(first: Row | undefined): ReadonlySet<number> | null {
  if (first === undefined || first.cells.some((cell) => cell.includes("@"))) return null;
  if (!first.cells.some((cell) => /mail|user|name|login/u.test(headerKey(cell)))) return null;
  const columns = first.cells.map((header, index): ColumnMatch => ({
    index,
    header,
    field: null,
    reason: "",
  }));
  return new Set(columns.filter(isSecretColumn).map(({ index }) => index));
}

function countWords(header: readonly string[]): number {
  return header.filter((cell) => cell !== "").length > 1 ? 1 : 0;
}

// Lenient, unlike everything else here: it is only looked at.
function textOf(head: Uint8Array, encoding: EncodingId): string {
  const bom = guessEncoding(head, undefined);
  const skip = bom.bom > 0 && bom.encoding === encoding ? (bomLengths[encoding] ?? 0) : 0;
  if (encoding === "utf-8") return new TextDecoder("utf-8", { ignoreBOM: true }).decode(head.subarray(skip));
  const decoder = createDecoder(encoding, skip);
  let text = "";
  for (let rest = head; ;) {
    const decoded = decoder.decode(rest);
    text += decoded.text;
    if (decoded.badByte === null) return text;
    text += "\uFFFD";
    rest = rest.subarray(Math.max(1, decoded.text.length + 1));
  }
}

function clipped(cell: string): string {
  return cell.length <= cellAtMost ? cell : `${startOfText(cell, cellAtMost - 1)}…`;
}
