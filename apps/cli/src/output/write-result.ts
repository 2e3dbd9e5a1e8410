/**
 * Writes a result that is a file: to stdout, or whole to the file that was named (never half of it: it is written beside and
 * then put in place).
 */
import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { resolvePath } from "../env";
import { RequestError, UsageError } from "../exit";
import type { Output } from "./output";

/** Gives back the path that was written, null for stdout. With `json` stdout is left alone. */
export async function writeResult(
  output: Output,
  file: string | null,
  json: boolean,
  chunks: Iterable<string> | AsyncIterable<string | Uint8Array>,
): Promise<string | null> {
  if (file === null || file === "-") {
    if (!json)
      for await (const chunk of chunks)
        await output.write(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8"));
    return null;
  }
  const path = resolvePath(file);
  // Something that is no ordinary file (a pipe, /dev/stdout) cannot be put in place.
  const direct = (await stat(path).catch(() => null))?.isFile() === false;
  const beside = direct ? path : `${path}.${process.pid}.half`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(beside));
    if (!direct) await rename(beside, path);
  } catch (error) {
    if (!direct) await rm(beside, { force: true });
    throw new RequestError("output", `${file} cannot be written: ${reasonOf(error)}.`);
  }
  if (!json) output.note(`Written to ${file}.`);
  return path;
}

/** Throws a UsageError for a name by whose end somebody wants a kind of file that is not written. */
export function refuseUnwritable(file: string | null): void {
  const ending = /\.(ods|xlsm|xlsb|numbers|pdf)$/iu.exec(file ?? "")?.[0];
  if (ending !== undefined)
    throw new UsageError(
      `${ending} files are not written: end the name in .xlsx or .xls for a workbook, in .csv for text.`,
    );
}

/** In words, without the name of the file beside it. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such folder";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return "you may not write there";
  if (code === "ENOSPC" || code === "EDQUOT") return "the disk is full";
  return error instanceof Error ? error.message : String(error);
}
