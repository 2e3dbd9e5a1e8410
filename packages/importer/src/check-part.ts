// Checks a part of a CSV that begins and ends where a row does, so that several can be checked at once. Who cuts the file
// (`lastRowEnd`), puts the parts together again and compares rows of different parts, it does not know.
import { createFileChecker } from "./file-checker";
import { formats, isImplementedFormat } from "./formats/registry";
import { isBlankRow } from "./intake/blank-row";
import { openCsv } from "./intake/csv-reader";
import { defaultLimits, type Limits } from "./model/limits";
import type { Problem } from "./model/problem";
import type { ReadOptions } from "./model/read";
import type { Recognition } from "./model/recognition";
import type { CheckedRow, Row } from "./model/row";
import type { RepeatTables } from "./model/seen-texts";

// So few rows at once that they are gone before the engine has to move them.
const pieceBytes = 1 << 15;

/** A part of a file. */
export interface Part {
  bytes: Uint8Array;
  /** The line that it begins on; 1 for the first part. */
  line: number;
}

/** How a part ended. */
export interface PartEnd {
  rows: number;
  blankRows: number;
  /** What makes the file unreadable; the rows before it were given out. */
  fault: Problem | null;
}

/** Checks one part, row by row; a row is only good until the next one. */
export type PartChecker = (part: Part, take: (row: CheckedRow) => void) => PartEnd;

/** Whether a file that was recognised can be cut into parts: text whose line ends are bytes of their own. */
export function isCuttable({ container, encoding, format, delimiter }: Recognition): boolean {
  const wide = encoding === null || encoding === "utf-16le" || encoding === "utf-16be";
  return container === "csv" && !wide && format !== null && delimiter !== null && delimiter !== '"';
}

/** Prepares the checks of a file that `readRecords` opened. The number of its rows is for who counts all parts. */
export function createPartChecker(
  recognition: Recognition,
  options: ReadOptions,
  tables: RepeatTables,
): PartChecker {
  const { format, columns, header } = recognition;
  if (format === null || !isImplementedFormat(format.id))
    throw new Error("A file of no format has no parts.");
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const check = createFileChecker(formats[format.id], recognition, options, { tables, reuse: true });
  const firstColumn = columns.reduce((least, { index }) => Math.min(least, index), columns[0]?.index ?? 0);
  const afterLine = header?.line ?? 0;
  const later: Recognition = { ...recognition, bom: false, sepLine: false };
  return ({ bytes, line }, take) => {
    const table = openCsv(line === 1 ? recognition : later, limits, line);
    const end: PartEnd = { rows: 0, blankRows: 0, fault: null };
    const rows: Row[] = [];
    for (let at = 0; at <= bytes.length && end.fault === null; at += pieceBytes) {
      rows.length = 0;
      table.push(bytes.subarray(at, at + pieceBytes), rows);
      if (at + pieceBytes > bytes.length) table.end(rows);
      end.fault = table.fault;
      for (const row of rows)
        if (isBlankRow(row.cells, firstColumn)) end.blankRows++;
        else if (row.line > afterLine) {
          end.rows++;
          take(check(row, table.plain));
        }
    }
    return end;
  };
}
