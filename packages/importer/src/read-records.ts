// Reads a whole file: bytes in, checked rows out, in batches, with memory that does not grow with the file.
// What is done with the rows, it does not know.
import { Batches } from "./batches";
import { createFileContext, createRowChecker } from "./check-row";
import { findDuplicates, findReusedPasswords } from "./checks/find-repeats";
import { formats, isImplementedFormat } from "./formats/registry";
import { ByteSource } from "./intake/byte-source";
import { openTable } from "./intake/open-table";
import { readPiece } from "./intake/read-piece";
import type { Format } from "./model/format";
import { defaultLimits, type Limits } from "./model/limits";
import type { ReadEvent, ReadOptions } from "./model/read";
import type { Recognition } from "./model/recognition";
import type { CheckedRow, Row } from "./model/row";
import { readHead } from "./read-head";

/**
 * Reads and checks a file. The events are the same however the source cuts its bytes. A file-level error ends them with
 * `refused`; what the source throws (a cancelled upload) is thrown on. The source is let go of however it ends.
 */
export async function* readRecords(
  source: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<ReadEvent, void, undefined> {
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const bytes = new ByteSource(source, limits.maxBytes);
  try {
    const { recognition, errors } = await readHead(bytes, options, limits);
    if (errors.length > 0) yield { kind: "refused", problems: errors, recognition };
    else yield* readRows(bytes, recognition, options, limits);
  } finally {
    await bytes.close();
  }
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
  const check = checkerOf(formats[format.id], recognition, options);
  const batches = new Batches(recognition.header?.line ?? 0, limits, check);
  for (let ended = false; !ended;) {
    const rows: Row[] = [];
    const step = await readPiece(bytes, table, rows, limits);
    for (const batch of batches.add(rows)) yield { kind: "rows", rows: batch };
    const fault = batches.fault ?? step.fault;
    if (fault !== null) {
      yield { kind: "refused", problems: [fault], recognition };
      return;
    }
    ended = step.ended;
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
