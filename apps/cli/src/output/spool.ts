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
  /** Everything that was added, as the inside of a JSON array. Once; nothing can be added after it. */
  read: () => AsyncIterable<string>;
  /** Removes what it wrote. */
  close: () => Promise<void>;
}

/** `inMemory`: characters that are kept before a file is used. */
export function makeSpool(inMemory = 4_000_000): Spool {
  let kept: string[] = [];
  let size = 0;
  let count = 0;
  let folder: string | null = null;
  let file: WriteStream | null = null;

  const flush = async () => {
    if (file === null) {
      // Problems and records hold personal data: the folder is for its owner only.
      folder = await mkdtemp(join(tmpdir(), "rollcall-"));
      file = createWriteStream(join(folder, "spool.json"), { mode: 0o600 });
    }
    if (!file.write(kept.join(""))) await once(file, "drain");
    kept = [];
    size = 0;
  };

  return {
    add: async (value) => {
      const text = `${count === 0 ? "" : ","}\n    ${JSON.stringify(value)}`;
      count += 1;
      kept.push(text);
      size += text.length;
      if (size > inMemory) await flush();
    },
    read: async function* () {
      if (file !== null && folder !== null) {
        await flush();
        file.end();
        await once(file, "close");
        yield* createReadStream(join(folder, "spool.json"), { encoding: "utf8" }) as AsyncIterable<string>;
        return;
      }
      yield kept.join("");
    },
    close: async () => {
      file?.destroy();
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    },
  };
}
