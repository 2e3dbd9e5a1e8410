/**
 * The file a command is given: its name, its bytes as a stream, and its checksum as far as it was read. `-` is stdin.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { resolvePath } from "../env";
import { RequestError, UsageError } from "../exit";

export interface OpenFile {
  /** without folders */
  name: string;
  /** null for stdin */
  path: string | null;
  /** null for stdin */
  bytes: number | null;
  /** Once. */
  read: () => AsyncIterable<Uint8Array>;
  /** What was read so far: all of it when reading went to the end. */
  seen: () => { bytes: number; sha256: string; whole: boolean };
  /** Reads the rest that nobody wanted, for the checksum of the whole; at most `limit` bytes. */
  finish: (limit: number) => Promise<void>;
}

/** Throws a UsageError when there is no such file and a RequestError when it may not be read. */
export async function openFile(file: string): Promise<OpenFile> {
  const path = file === "-" ? null : resolvePath(file);
  const bytes = path === null ? null : await sizeOf(path, file);
  let source: AsyncIterator<Uint8Array> | null = null;
  const hash = createHash("sha256");
  let seen = 0;
  let whole = false;

  const next = async (): Promise<Uint8Array | null> => {
    source ??= open(path);
    const result = await source.next();
    if (result.done === true) {
      whole = true;
      return null;
    }
    hash.update(result.value);
    seen += result.value.length;
    return result.value;
  };

  return {
    path,
    name: path === null ? "stdin" : basename(path),
    bytes,
    read: async function* () {
      for (let chunk = await next(); chunk !== null; chunk = await next()) yield chunk;
    },
    seen: () => ({ bytes: seen, sha256: hash.copy().digest("hex"), whole }),
    finish: async (limit) => {
      while (!whole && seen <= limit && (await next()) !== null);
    },
  };
}

// Large pieces: each costs a turn of the event loop.
function open(path: string | null): AsyncIterator<Uint8Array> {
  const stream = path === null ? process.stdin : createReadStream(path, { highWaterMark: 1 << 18 });
  return stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
}

async function sizeOf(path: string, file: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new UsageError(`${file} is a folder, not a file.`);
    return found.size;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT" || code === "ENOTDIR") throw new UsageError(`There is no file ${file}.`);
    throw new RequestError(
      "file",
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
