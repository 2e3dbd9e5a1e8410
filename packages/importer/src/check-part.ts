// Checks a part of a CSV that begins and ends where a row does, so that several can be checked at once. Who cuts the file
// (`lastRowEnd`), puts the parts together again and compares rows of different parts, it does not know.
import type { HashList } from "./checks/hash-list";
import { contextOf, createFileChecker } from "./file-checker";
import { formats, isImplementedFormat } from "./formats/registry";
import { RowScan } from "./intake/row-end";
import { defaultLimits } from "./model/limits";
import type { ReadOptions } from "./model/read";
import type { Recognition } from "./model/recognition";
import type { RepeatTables } from "./model/seen-texts";
import { ByteRow } from "./quick/byte-row";
import { createQuickCheck } from "./quick/quick-check";
import { PartRun, type Part, type PartEnd, type PartFile, type PartTaker } from "./part-run";

/** Checks one part, row by row. */
export type PartChecker = (part: Part, take: PartTaker) => PartEnd;

/** Where rows of different parts are compared. */
export type PartTables = RepeatTables & { addresses: HashList };

/** Whether a file that was recognised can be cut into parts: text whose line ends are bytes of their own. */
export function isCuttable({ container, encoding, format, delimiter }: Recognition): boolean {
  const wide = encoding === null || encoding === "utf-16le" || encoding === "utf-16be";
  return container === "csv" && !wide && format !== null && delimiter !== null && delimiter !== '"';
}

/**
 * Prepares the checks of a file that `readRecords` opened. The number of its rows is for who counts all parts. Rows that are
 * good at a glance (`QuickCheck`) are only counted; what is told of the others is what the rules say.
 */
export function createPartChecker(
  recognition: Recognition,
  options: ReadOptions,
  tables: PartTables,
): PartChecker {
  const { format, columns, header } = recognition;
  if (format === null || !isImplementedFormat(format.id))
    throw new Error("A file of no format has no parts.");
  const limits = { ...defaultLimits, ...options.limits };
  const context = contextOf(recognition, options);
  const delimiter = recognition.delimiter ?? ",";
  const file: PartFile = {
    first: recognition,
    later: { ...recognition, bom: false, sepLine: false },
    limits,
    check: createFileChecker(formats[format.id], recognition, options, { tables, reuse: true }),
    quick: createQuickCheck(formats[format.id], context, {
      wide: recognition.encoding === "utf-8",
      maxCell: limits.maxCell,
    }),
    asked: options.duplicates === true ? tables.addresses : null,
    firstColumn: columns.reduce((least, { index }) => Math.min(least, index), columns[0]?.index ?? 0),
    afterLine: header?.line ?? 0,
    row: new ByteRow(delimiter, Math.min(limits.maxColumns, context.width + 1)),
    scan: new RowScan(delimiter.charCodeAt(0)),
    parts: 0,
  };
  return (part, take) => {
    file.parts++;
    return new PartRun(file, part, take).run();
  };
}
