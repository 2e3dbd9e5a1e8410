/**
 * Where the output of children goes: all of it into a log file of the data folder, and what a person at the terminal has
 * to know to stderr. When stderr is no terminal (a service, a container) everything goes there too.
 */
import { createWriteStream, mkdirSync, renameSync, statSync, type WriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** A log file larger than this is put aside, one generation. */
const largest = 8 * 1024 * 1024;

export interface Outlet {
  /** Follows one stream of a child until it ends. */
  follow(stream: Readable, kind: "stdout" | "stderr"): void;
  /** the last lines of stderr that were said, oldest first */
  lastWords(): string[];
  /** Resolves when what was said is in the file. */
  close(): Promise<void>;
}

/** `terminal`: whether a person reads our stderr. */
export function openOutlet(
  name: string,
  folder: string,
  terminal: boolean,
  say: (line: string) => void,
): Outlet {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${name}.log`);
  let log = openLog(file);
  let written = sizeOf(file);
  const last: string[] = [];
  const keep = (line: string) => {
    if (written > largest) {
      log.end();
      renameSync(file, `${file}.1`);
      log = openLog(file);
      written = 0;
    }
    log.write(`${line}\n`);
    written += line.length + 1;
  };
  return {
    follow: (stream, kind) => {
      createInterface({ input: stream }).on("line", (line) => {
        keep(line);
        if (kind === "stderr") last.push(line);
        if (last.length > 12) last.shift();
        const shown = terminal ? forPeople(name, line) : line;
        // On stdout children only chat (Next.js says hello).
        if (kind === "stderr" && shown !== null) say(shown);
      });
    },
    lastWords: () => [...last],
    close: () =>
      new Promise((resolve) => {
        log.end(() => {
          resolve();
        });
      }),
  };
}

/** One line of a child's stderr as a person wants to read it; null when it is no news. */
export function forPeople(name: string, line: string): string | null {
  if (line.trim() === "") return null;
  const entry = parseEntry(line);
  if (entry === null) return `${name}: ${line}`;
  return entry.level === "warn" || entry.level === "error" ? `${name}: ${entry.message}` : null;
}

function parseEntry(line: string): { level: string; message: string } | null {
  if (!line.startsWith("{")) return null;
  try {
    const entry = JSON.parse(line) as Record<string, unknown>;
    const { level, message } = entry;
    return typeof level === "string" && typeof message === "string" ? { level, message } : null;
  } catch {
    return null;
  }
}

function openLog(file: string): WriteStream {
  const stream = createWriteStream(file, { flags: "a", mode: 0o600 });
  // A full disk must not end the launcher; the line was still shown.
  stream.on("error", () => undefined);
  return stream;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
