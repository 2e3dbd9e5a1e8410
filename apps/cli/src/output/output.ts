/**
 * Where a command writes: its result to stdout, everything else to stderr. Writing waits for a slow reader, and a reader
 * that has gone (`| head`) is no error.
 */
import { once } from "node:events";
import type { Writable } from "node:stream";
import { SystemError } from "../exit";

export interface Output {
  /** A line of the result. */
  line: (text?: string) => Promise<void>;
  /** A piece of the result as it is. */
  write: (text: string) => Promise<void>;
  /** The result as one JSON document. */
  json: (value: unknown) => Promise<void>;
  /** A line for people beside the result. */
  note: (text: string) => void;
  /** All of the result is written. Like every write, throws SystemError where that failed; a reader that has gone is no failure. */
  flushed: () => Promise<void>;
  /** Whether anything of the result was written. */
  wasUsed: () => boolean;
}

/** An output whose result is held back until it is let go; what is not let go was never written. */
export function holdOutput(output: Output): Output & { letGo: () => Promise<void> } {
  let held: string[] | null = [];
  const write = async (text: string) => {
    if (held === null) await output.write(text);
    else held.push(text);
  };
  return {
    ...output,
    write,
    line: (text = "") => write(`${text}\n`),
    letGo: async () => {
      const texts = held ?? [];
      held = null;
      for (const text of texts) await output.write(text);
    },
  };
}

export function makeOutput(stdout: Writable, stderr: Writable): Output {
  let used = false;
  let gone = false;
  let broken: Error | null = null;
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    gone = true;
    // EPIPE: whoever reads has enough. A full disk, say, would leave half a result that looks whole.
    if (error.code !== "EPIPE") broken = error;
  });
  const write = async (text: string) => {
    used = true;
    throwIf(broken);
    if (gone || text === "") return;
    if (stdout.write(text)) return;
    // Whichever comes first: room again, or nobody there any more.
    const over = new AbortController();
    const { signal } = over;
    await Promise.race([once(stdout, "drain", { signal }), once(stdout, "close", { signal })]).catch(
      () => undefined,
    );
    over.abort();
    throwIf(broken);
  };
  return {
    write,
    line: (text = "") => write(`${text}\n`),
    json: (value) => write(`${JSON.stringify(value, safely, 2)}\n`),
    note: (text) => {
      stderr.write(`${text}\n`);
    },
    wasUsed: () => used,
    flushed: async () => {
      if (!gone) await new Promise<void>((resolve) => stdout.write("", () => resolve()));
      throwIf(broken);
    },
  };
}

function throwIf(broken: Error | null): void {
  if (broken !== null)
    throw new SystemError("The result could not be written to the end.", { cause: broken });
}

function safely(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
