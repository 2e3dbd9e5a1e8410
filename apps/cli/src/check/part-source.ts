/**
 * Cuts a file into parts that begin and end where a row does, and makes the checksum of the whole on the way.
 */
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { lastRowEnd } from "@rollcall/importer";
import type { PartTask } from "./part-messages";

const usualBytes = 1 << 19;
/** A row longer than this is for the ordinary way, which tells what is wrong with it. */
const partAtMost = 16 * usualBytes;

/** The parts of a file, in order. */
export interface PartSource {
  /** The next part; null at the end. Throws `NotCuttable`. */
  next: () => Promise<PartTask | null>;
  /** Takes back the bytes of a part that is done, for a later one. */
  giveBack: (bytes: Uint8Array<ArrayBuffer>) => void;
  seen: () => { bytes: number; sha256: string };
  close: () => Promise<void>;
}

/** The file cannot be cut into parts of a bounded size. */
export class NotCuttable extends Error {}

interface Cutting {
  delimiter: string;
  /** Bytes at the beginning that are no text (the byte order mark). */
  skip: number;
  /** Of a part; default 512 KiB. */
  partBytes?: number;
}

export async function openParts(
  path: string,
  { delimiter, skip, partBytes = usualBytes }: Cutting,
): Promise<PartSource> {
  const file = await open(path);
  const hash = createHash("sha256");
  const spare: Uint8Array<ArrayBuffer>[] = [];
  let rest = new Uint8Array(0);
  let [number, line, bytes, ended] = [0, 1, 0, false];

  // A part begins with what was left of the one before.
  const begun = (size: number): Uint8Array<ArrayBuffer> => {
    const buffer = (size === partBytes ? spare.pop() : undefined) ?? new Uint8Array(size);
    buffer.set(rest);
    return buffer;
  };
  const fill = async (buffer: Uint8Array, from: number): Promise<number> => {
    let at = from;
    while (at < buffer.length && !ended) {
      const { bytesRead } = await file.read(buffer, at, buffer.length - at);
      if (bytesRead === 0) ended = true;
      at += bytesRead;
    }
    hash.update(buffer.subarray(from, at));
    bytes += at - from;
    return at;
  };

  return {
    next: async () => {
      for (let size = partBytes; ; size *= 2) {
        if (size > partAtMost) throw new NotCuttable();
        if (size <= rest.length) continue;
        const buffer = begun(size);
        const filled = await fill(buffer, rest.length);
        if (filled === 0) return null;
        const from = number === 0 ? Math.min(skip, filled) : 0;
        const cut = lastRowEnd(buffer.subarray(from, filled), delimiter);
        const length = ended ? filled : cut.end === 0 ? 0 : from + cut.end;
        rest = buffer.slice(length, filled);
        if (length === 0) continue;
        const task: PartTask = { number, bytes: buffer, length, line, answers: {} };
        number += 1;
        line += cut.lines;
        return task;
      }
    },
    giveBack: (buffer) => {
      if (buffer.length === partBytes) spare.push(buffer);
    },
    seen: () => ({ bytes, sha256: hash.copy().digest("hex") }),
    close: () => file.close(),
  };
}
