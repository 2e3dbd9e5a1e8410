// Reads a whole file: bytes in, checked rows out, in batches, with memory that does not grow with the file.
// What is done with the rows, it does not know.
import { createFileContext, createRowChecker } from "./check-row";
import { findDuplicates, findReusedPasswords } from "./checks/find-repeats";
import { formats, isImplementedFormat } from "./formats/registry";
import { Batches } from "./batches";
import { isBlankRow } from "./intake/blank-row";
import { ByteSource } from "./intake/byte-source";
import { openTable } from "./intake/open-table";
import type { Format } from "./model/format";
import { defaultLimits, headBytes, type Limits } from "./model/limits";
import { makeProblem, type Problem } from "./model/problem";
import type { ReadEvent, ReadOptions } from "./model/read";
import type { Recognition } from "./model/recognition";
import type { CheckedRow, Row } from "./model/row";
import { recognise } from "./recognise";

// While no row is complete in the head, it is looked at again four times as large, up to this.
const largestHead = 16 * headBytes;
/**
 * Reads and checks a file. The events are the same however the source cuts its bytes. A file-level error ends them with
 * `refused`; what the source throws (a cancelled upload) is thrown on.
 */
export async function* readRecords(
  source: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<ReadEvent, void, undefined> {
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const bytes = new ByteSource(source, limits.maxBytes);
  try {
    const recognition = await recogniseHead(bytes, options);
    const refusal = await refusalOf(bytes, recognition, limits);
    if (refusal !== null) yield { kind: "refused", problems: refusal, recognition };
    else yield* readRows(bytes, recognition, options, limits);
  } finally {
    await bytes.close();
  }
}

async function recogniseHead(bytes: ByteSource, options: ReadOptions): Promise<Recognition> {
  const { fileName, format, encoding, delimiter } = options;
  const given = {
    limits: options.limits ?? {},
    ...(fileName !== undefined && { fileName }),
    ...(format !== undefined && { format }),
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
  };
  for (let length = headBytes; ; length *= 4) {
    const head = await bytes.head(length);
    const complete = bytes.isAll(head);
    const recognition = recognise(head, { ...given, complete });
    const decided = recognition.format !== null || recognition.problems.length > 0;
    if (decided || complete || length >= largestHead) return recognition;
  }
}

// What stops the file before its first row is given out: the errors of its head, or that there is no head.
async function refusalOf(
  bytes: ByteSource,
  recognition: Recognition,
  limits: Limits,
): Promise<Problem[] | null> {
  const errors = recognition.problems.filter((problem) => problem.severity === "error");
  if (errors.length > 0) return errors;
  return recognition.format === null ? [await headless(bytes, recognition, limits)] : null;
}

// The head holds no complete row: an endless cell, or nothing but blank rows. Reading on tells which.
async function headless(bytes: ByteSource, recognition: Recognition, limits: Limits): Promise<Problem> {
  const table = openTable[recognition.container]?.(recognition, limits);
  let rows: Row[] = [];
  for (let ended = false; table !== undefined && table.fault === null && !ended; rows = []) {
    const piece = await bytes.next();
    ended = piece === null;
    if (piece === null) table.end(rows);
    else table.push(piece, rows);
    const row = rows.find(({ cells }) => !isBlankRow(cells));
    if (row !== undefined)
      return makeProblem("file.no-header", { missing: "", found: "" }, { line: row.line });
  }
  return table?.fault ?? (bytes.tooLarge ? tooLarge(limits) : makeProblem("file.empty", {}));
}

async function* readRows(
  bytes: ByteSource,
  recognition: Recognition,
  options: ReadOptions,
  limits: Limits,
): AsyncGenerator<ReadEvent, void, undefined> {
  const { format } = recognition;
  const open = openTable[recognition.container];
  if (open === undefined || format === null || !isImplementedFormat(format.id))
    throw new Error("A file that cannot be read was not refused.");
  yield { kind: "opened", recognition };
  const table = open(recognition, limits);
  const batches = new Batches(
    recognition.header?.line ?? 0,
    limits,
    checkerOf(formats[format.id], recognition, options),
  );
  let rows: Row[] = [];
  for (let ended = false; !ended; rows = []) {
    const piece = await bytes.next();
    ended = piece === null;
    if (piece === null) table.end(rows);
    else table.push(piece, rows);
    for (const batch of batches.add(rows)) yield { kind: "rows", rows: batch };
    const fault = batches.fault ?? table.fault ?? (bytes.tooLarge && ended ? tooLarge(limits) : null);
    if (fault !== null) {
      yield { kind: "refused", problems: [fault], recognition };
      return;
    }
  }
  const last = batches.rest();
  if (last.length > 0) yield { kind: "rows", rows: last };
  yield { kind: "closed", rows: batches.rows, blankRows: batches.blankRows, bytes: bytes.bytes };
}

function checkerOf(format: Format, recognition: Recognition, options: ReadOptions): (row: Row) => CheckedRow {
  const file = createFileContext(recognition.columns, options);
  const check = createRowChecker(format, file);
  const repeats = [
    ...(options.duplicates === true ? [findDuplicates(file)] : []),
    ...(options.reusedPasswords === false ? [] : [findReusedPasswords(file)]),
  ];
  return (row) => {
    const checked = check(row);
    for (const find of repeats) find(checked);
    return checked;
  };
}

function tooLarge(limits: Limits): Problem {
  return makeProblem("file.too-large", { limit: limits.maxBytes });
}
