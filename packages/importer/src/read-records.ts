// Reads a whole file: bytes in, checked rows out, in batches, with memory that does not grow with the file.
// What is done with the rows, it does not know.
import { Batches } from "./batches";
import { createFileChecker } from "./file-checker";
import { formats, isImplementedFormat } from "./formats/registry";
import { ByteSource } from "./intake/byte-source";
import { guessContainer } from "./intake/container";
import { openCsv } from "./intake/csv-reader";
import { readPiece } from "./intake/read-piece";
import { emptyRecognition } from "./match-formats";
import { defaultLimits, headBytes, type Limits } from "./model/limits";
import { makeProblem } from "./model/problem";
import type { ReadEvent, ReadOptions } from "./model/read";
import type { Recognition } from "./model/recognition";
import type { Row } from "./model/row";
import {
  WorkbookFault,
  type OpenedWorkbook,
  type OpenWorkbook,
  type WorkbookContainer,
} from "./model/workbook";
import { readHead } from "./read-head";
import { recogniseSheets } from "./recognise-sheets";
import { withDemands } from "./with-demands";

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
    const workbook = await workbookIn(bytes);
    if (workbook !== null && options.openWorkbook !== undefined) {
      yield* readWorkbook(bytes, workbook, options.openWorkbook, options, limits);
      return;
    }
    const { recognition, errors } = await readHead(bytes, options, limits);
    if (errors.length > 0) yield { kind: "refused", problems: errors, recognition };
    else yield* readRows(bytes, recognition, options, limits);
  } finally {
    await bytes.close();
  }
}

// The kind of workbook that the file is, by its first bytes; one that is encrypted is refused as text would be.
async function workbookIn(bytes: ByteSource): Promise<WorkbookContainer | null> {
  const { container, encrypted } = guessContainer(await bytes.head(headBytes));
  if (encrypted) return null;
  return container === "xls" || container === "xlsx" || container === "ods" ? container : null;
}

async function* readRows(
  bytes: ByteSource,
  recognition: Recognition,
  options: ReadOptions,
  limits: Limits,
): AsyncGenerator<ReadEvent, void, undefined> {
  yield { kind: "opened", recognition };
  const batches = batchesOf(recognition, options, limits);
  const table = openCsv(recognition, limits);
  for (let ended = false; !ended;) {
    const rows: Row[] = [];
    const step = await readPiece(bytes, table, rows, limits);
    for (const batch of batches.add(rows, table.plain)) yield { kind: "rows", rows: batch };
    const fault = batches.fault ?? step.fault;
    if (fault !== null) {
      yield { kind: "refused", problems: [fault], recognition };
      return;
    }
    ended = step.ended;
  }
  yield* endOf(batches, bytes.bytes);
}

async function* readWorkbook(
  bytes: ByteSource,
  container: WorkbookContainer,
  openWorkbook: OpenWorkbook,
  options: ReadOptions,
  limits: Limits,
): AsyncGenerator<ReadEvent, void, undefined> {
  const opened = await openWorkbook(bytes.rest(), { container, limits });
  const large = bytes.tooLarge ? makeProblem("file.too-large", { limit: limits.maxBytes }) : null;
  const problem = large ?? (opened.kind === "refused" ? opened.problem : null);
  try {
    if (problem !== null || opened.kind === "refused") {
      const problems = problem === null ? [] : [problem];
      yield { kind: "refused", problems, recognition: emptyRecognition(container, problems) };
      return;
    }
    const recognition = withDemands(
      recogniseSheets(container, opened.workbook.sheets, {
        ...options,
        suggestions: options.suggestions ?? false,
      }),
      options,
    );
    const errors = recognition.problems.filter(({ severity }) => severity === "error");
    if (errors.length > 0 || recognition.sheet === null)
      yield { kind: "refused", problems: errors, recognition };
    else yield* readSheet(opened.workbook, recognition.sheet, recognition, { bytes, options, limits });
  } finally {
    if (opened.kind === "opened") await opened.workbook.close();
  }
}

async function* readSheet(
  workbook: OpenedWorkbook,
  sheet: string,
  recognition: Recognition,
  { bytes, options, limits }: { bytes: ByteSource; options: ReadOptions; limits: Limits },
): AsyncGenerator<ReadEvent, void, undefined> {
  yield { kind: "opened", recognition };
  const batches = batchesOf(recognition, options, limits);
  try {
    for await (const rows of workbook.rows(sheet)) {
      for (const batch of batches.add(rows)) yield { kind: "rows", rows: batch };
      if (batches.fault !== null) throw new WorkbookFault(batches.fault);
    }
  } catch (error) {
    if (!(error instanceof WorkbookFault)) throw error;
    yield { kind: "refused", problems: [error.problem], recognition };
    return;
  }
  yield* endOf(batches, bytes.bytes);
}

function* endOf(batches: Batches, bytes: number): Generator<ReadEvent, void, undefined> {
  const last = batches.rest();
  if (last.length > 0) yield { kind: "rows", rows: last };
  yield { kind: "closed", rows: batches.rows, blankRows: batches.blankRows, bytes };
}

function batchesOf(recognition: Recognition, options: ReadOptions, limits: Limits): Batches {
  const { format, columns, header } = recognition;
  if (format === null || !isImplementedFormat(format.id))
    throw new Error("A file that cannot be read was not refused.");
  const first = columns.reduce((least, { index }) => Math.min(least, index), columns[0]?.index ?? 0);
  const check = createFileChecker(formats[format.id], recognition, options);
  return new Batches({ afterLine: header?.line ?? 0, firstColumn: first }, limits, check);
}
