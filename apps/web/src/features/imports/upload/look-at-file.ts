/**
 * Recognises a file by its first 64 KiB, in the browser, before anything is sent: what it is, why, and its first rows.
 * Loaded when the first file is chosen, because it brings the importer with it. Passwords are masked by the importer.
 */
import {
  describeProblem,
  formats,
  headBytes,
  isImplementedFormat,
  recognise,
  type EncodingId,
  type Recognition,
} from "@rollcall/importer";
import type { FileProblem } from "./arrival";

export interface Look {
  recognition: Recognition;
  /** "Hosted users"; null when it is no format that is known */
  formatLabel: string | null;
  problems: FileProblem[];
  /** an estimate from the first bytes; null when the whole file was seen, and the facts say it exactly */
  aboutRows: number | null;
  encoding: EncodingId | null;
}

/** `encoding` when the reader chose one. */
export async function lookAtFile(file: File, encoding: EncodingId | null): Promise<Look> {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const complete = head.length === file.size;
  const recognition = recognise(head, {
    complete,
    fileName: file.name,
    ...(encoding === null ? {} : { encoding }),
  });
  const { format } = recognition;
  return {
    recognition,
    formatLabel: format !== null && isImplementedFormat(format.id) ? formats[format.id].label : null,
    problems: recognition.problems.map((problem) => ({
      line: problem.line,
      code: problem.code,
      severity: problem.severity,
      message: describeProblem(problem),
      offer: typeof problem.params["offer"] === "string" ? problem.params["offer"] : "",
    })),
    aboutRows: complete ? null : estimateRows(head, file.size),
    encoding,
  };
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
