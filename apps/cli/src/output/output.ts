/**
 * Where a command writes: its result to stdout, everything else to stderr. Writing waits for a slow reader, and a reader
 * that has gone (`| head`) is no error.
 */
import { once } from "node:events";
import type { Writable } from "node:stream";

export interface Output {
  /** A line of the result. */
  line: (text?: string) => Promise<void>;
  /** A piece of the result as it is. */
  write: (text: string) => Promise<void>;
  /** The result as one JSON document. */
  json: (value: unknown) => Promise<void>;
  /** A line for people beside the result. */
  note: (text: string) => void;
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
  // EPIPE: whoever reads has enough.
  stdout.on("error", () => (gone = true));
  const write = async (text: string) => {
    used = true;
    if (gone || text === "") return;
    if (stdout.write(text)) return;
    // Whichever comes first: room again, or nobody there any more.
    const over = new AbortController();
    const { signal } = over;
    await Promise.race([once(stdout, "drain", { signal }), once(stdout, "close", { signal })]).catch(
      () => undefined,
    );
    over.abort();
  };
  return {
    write,
    line: (text = "") => write(`${text}\n`),
    json: (value) => write(`${JSON.stringify(value, safely, 2)}\n`),
    note: (text) => {
      stderr.write(`${text}\n`);
    },
    wasUsed: () => used,
  };
}

function safely(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
