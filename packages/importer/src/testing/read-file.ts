// Reads a file in a test and gathers its events.
import type { Problem } from "../model/problem";
import type { ReadEvent, ReadOptions } from "../model/read";
import type { Recognition } from "../model/recognition";
import type { CheckedRow } from "../model/row";
import { readRecords } from "../read-records";
import { sourceOf, utf8 } from "./bytes";

/** Everything that reading a file gave. */
export interface FileResult {
  opened: Recognition | null;
  rows: CheckedRow[];
  closed: { rows: number; blankRows: number; bytes: number } | null;
  refused: Problem[] | null;
}

/** Reads text (as UTF-8), bytes or a source of bytes. */
export async function readFile(
  file: string | Uint8Array | AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): Promise<FileResult> {
  const result: FileResult = { opened: null, rows: [], closed: null, refused: null };
  for await (const event of readRecords(bytesOf(file), options)) gather(result, event);
  return result;
}

/** All problems of the rows as "line code". */
export function codesOf(rows: readonly CheckedRow[]): string[] {
  return rows.flatMap((row) => row.problems.map((problem) => `${String(problem.line)} ${problem.code}`));
}

function bytesOf(file: string | Uint8Array | AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  if (typeof file === "string") return sourceOf(utf8(file));
  return file instanceof Uint8Array ? sourceOf(file) : file;
}

function gather(result: FileResult, event: ReadEvent): void {
  switch (event.kind) {
    case "opened":
      result.opened = event.recognition;
      return;
    case "rows":
      result.rows.push(...event.rows);
      return;
    case "closed":
      result.closed = { rows: event.rows, blankRows: event.blankRows, bytes: event.bytes };
      return;
    case "refused":
      result.refused = event.problems;
  }
}
