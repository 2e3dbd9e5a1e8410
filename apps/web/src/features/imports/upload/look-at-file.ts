/**
 * Recognises a file before it is sent for good: text by its first 64 KiB in the browser; a workbook, which only the server can
 * open, by showing it to the server, which keeps nothing. Loaded with the first file, because it brings the importer with it.
 */
import {
  headBytes,
  previewEncoding,
  recognise,
  type EncodingChange,
  type EncodingId,
} from "@rollcall/importer";
import { describeLook } from "./describe-look";
import { inspectWorkbook } from "./inspect-workbook";
import type { Look } from "./look";
import type { Reading } from "./reading";

export interface LookHandlers {
  /** bytes of a workbook that have left */
  onProgress: (sent: number) => void;
  signal: AbortSignal;
}

const workbooks: ReadonlySet<string> = new Set(["xls", "xlsx", "ods"]);

/** Throws when the file cannot be read here, or the server did not answer. */
export async function lookAtFile(file: File, reading: Reading, handlers: LookHandlers): Promise<Look> {
  const head = await headOf(file);
  const complete = head.length === file.size;
  const { encoding, format, mapping } = reading;
  const recognition = recognise(head, {
    complete,
    fileName: file.name,
    ...(encoding === null ? {} : { encoding }),
    ...(format === null ? {} : { format }),
    ...(mapping === null ? {} : { mapping }),
  });
  const openable = recognition.problems.every(({ code }) => code !== "file.encrypted");
  if (workbooks.has(recognition.container) && openable)
    return describeLook(await inspectWorkbook(file, reading, handlers), reading, null);
  return describeLook(recognition, reading, complete ? null : estimateRows(head, file.size));
}

/** The first rows that read differently in another encoding, side by side. */
export async function encodingChanges(
  file: File,
  from: EncodingId,
  to: EncodingId,
): Promise<EncodingChange[]> {
  return previewEncoding(await headOf(file), from, to);
}

async function headOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
}

/** Line breaks of the head, extended to the whole; to two digits, because it is a guess. */
function estimateRows(head: Uint8Array, bytes: number): number | null {
  let lines = 0;
  for (const byte of head) if (byte === 10) lines += 1;
  if (lines < 2) return null;
  const rows = (lines / head.length) * bytes;
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(rows)) - 1);
  return Math.round(rows / digits) * digits;
}
