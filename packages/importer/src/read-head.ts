// The beginning of a file that is being read: what it is, or why it cannot be read at all.
import { headersOf, requiredOf } from "./formats/match-headers";
import { formatList } from "./formats/registry";
import { isBlankRow } from "./intake/blank-row";
import type { ByteSource } from "./intake/byte-source";
import { openCsv } from "./intake/csv-reader";
import { readPiece } from "./intake/read-piece";
import { headBytes, type Limits } from "./model/limits";
import { makeProblem, type Problem } from "./model/problem";
import type { ReadOptions } from "./model/read";
import type { Recognition } from "./model/recognition";
import type { Row } from "./model/row";
import { recognise } from "./recognise";
import { withDemands } from "./with-demands";

// While no row is complete in the head, it is looked at again, once, with so many bytes.
const largestHead = 4 * headBytes;

/** What the file is, and the errors that end the reading before its first row. */
export interface HeadResult {
  recognition: Recognition;
  errors: Problem[];
}

/** Recognises the file from as few bytes as it takes. They are given out again by the source. */
export async function readHead(bytes: ByteSource, options: ReadOptions, limits: Limits): Promise<HeadResult> {
  const recognition = withDemands(await recogniseHead(bytes, options), options);
  const errors = recognition.problems.filter((problem) => problem.severity === "error");
  if (errors.length === 0 && recognition.format === null)
    errors.push(await headless(bytes, recognition, options, limits));
  return { recognition, errors };
}

async function recogniseHead(bytes: ByteSource, options: ReadOptions): Promise<Recognition> {
  const { fileName, format, encoding, delimiter, mapping } = options;
  const given = {
    suggestions: options.suggestions ?? false,
    limits: options.limits ?? {},
    ...(fileName !== undefined && { fileName }),
    ...(format !== undefined && { format }),
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
    ...(mapping !== undefined && { mapping }),
  };
  for (let length = headBytes; ; length = largestHead) {
    const head = await bytes.head(length);
    const complete = bytes.isAll(head);
    const recognition = recognise(head, { ...given, complete });
    const decided = recognition.format !== null || recognition.problems.length > 0;
    if (decided || complete || length === largestHead) return recognition;
  }
}

// The head holds no complete row: an endless cell, or nothing but blank rows. Reading on tells which.
async function headless(
  bytes: ByteSource,
  recognition: Recognition,
  options: ReadOptions,
  limits: Limits,
): Promise<Problem> {
  if (recognition.container !== "csv") return noHeader(options, null);
  const table = openCsv(recognition, limits);
  for (;;) {
    const rows: Row[] = [];
    const { ended, fault } = await readPiece(bytes, table, rows, limits);
    const row = rows.find(({ cells }) => !isBlankRow(cells));
    if (row !== undefined) return noHeader(options, row.line);
    if (fault !== null) return fault;
    if (ended) return makeProblem("file.empty", {});
  }
}

function noHeader(options: ReadOptions, line: number | null): Problem {
  const format = formatList.find(({ id }) => id === options.format) ?? formatList[0];
  const missing = headersOf(requiredOf(format?.columns ?? []));
  return makeProblem("file.no-header", { missing, found: "" }, { line });
}
