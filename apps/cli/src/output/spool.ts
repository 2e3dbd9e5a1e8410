/**
 * Holds a list that is made long before it can be printed, with flat memory: what does not fit goes to a temporary file.
 * It holds text only and does not know what the items are.
 */
import { createReadStream, createWriteStream, type WriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Spool {
  /** Adds one value, as JSON. */
  add: (value: unknown) => Promise<void>;
  /** Adds values that are JSON already, as `inArray` joins them. When it is ready, the bytes may be used again. */
  addJson: (values: string | Uint8Array) => Promise<void>;
  /** Everything that was added, as the inside of a JSON array. Once; nothing can be added after it. */
  read: () => AsyncIterable<string>;
  /** Removes what it wrote. */
  close: () => Promise<void>;
}

const separator = ",\n    ";

/** Values that are JSON already, as they stand in the list. */
export function inArray(values: readonly string[]): string {
  return values.join(separator);
}

/** Neighbouring texts as one: each write costs a turn of the disk. */
function* joined(pieces: readonly (string | Uint8Array)[]): Generator<string | Uint8Array> {
  let text = "";
  for (const piece of pieces) {
    if (typeof piece === "string") {
      text += piece;
      continue;
    }
    yield text;
    text = "";
    yield piece;
  }
  yield text;
}

/** Ready when the file has taken it, so that its memory may be used again. */
async function written(file: WriteStream, piece: string | Uint8Array): Promise<void> {
  if (piece.length === 0) return;
  await new Promise<void>((resolve, reject) => {
    file.write(piece, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** `inMemory`: characters that are kept before a file is used. */
export function makeSpool(inMemory = 250_000): Spool {
  let kept: (string | Uint8Array)[] = [];
  let size = 0;
  let empty = true;
  let folder: string | null = null;
  let file: WriteStream | null = null;

  const flush = async () => {
    if (file === null) {
      // Problems and records hold personal data: the folder is for its owner only.
      folder = await mkdtemp(join(tmpdir(), "rollcall-"));
      file = createWriteStream(join(folder, "spool.json"), { mode: 0o600 });
    }
    const pieces = kept;
    kept = [];
    size = 0;
    for (const piece of joined(pieces)) await written(file, piece);
  };
  const addJson = async (values: string | Uint8Array) => {
    // Bytes are not kept: few of them become text, many go to the file at once.
    const many = typeof values !== "string" && values.length > inMemory;
    const piece = typeof values === "string" || many ? values : Buffer.from(values).toString();
    kept.push(empty ? "\n    " : separator, piece);
    empty = false;
    size += values.length;
    if (many || size > inMemory) await flush();
  };

  return {
    add: (value) => addJson(JSON.stringify(value)),
    addJson,
    read: async function* () {
      if (file !== null && folder !== null) {
        await flush();
        file.end();
        await once(file, "close");
        yield* createReadStream(join(folder, "spool.json"), { encoding: "utf8" }) as AsyncIterable<string>;
        return;
      }
      for (const piece of kept) yield typeof piece === "string" ? piece : Buffer.from(piece).toString();
    },
    close: async () => {
      file?.destroy();
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    },
  };
}
