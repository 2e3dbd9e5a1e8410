/**
 * Checks a large CSV on several threads: this one reads, cuts and compares rows of different parts, the others check. What comes
 * out is what one thread would say; whatever is not plain sailing (a file that must be refused, above all) is left to it.
 */
import { createReadStream } from "node:fs";
import { availableParallelism } from "node:os";
import {
  isCuttable,
  LineTable,
  readRecords,
  TextHash,
  type ReadEvent,
  type ReadOptions,
} from "@rollcall/importer";
import type { TallyCounts } from "../commands/check-tally";
import { tables, type PartDone, type PartSetup, type PartTask, type TableName } from "./part-messages";
import { leastBusy, startPartThread, type PartThread } from "./part-thread-pool";
import { openParts, type PartSource } from "./part-source";
import type { PartTold } from "./part-told";
import { threadProgram } from "./thread-program";

/** Below it one thread is done before others have begun. */
const worthIt = 6 << 20;
/** With three the memory of all would come near 250 MB. */
const threadCount = 2;
/** Parts that are read and not yet merged: enough that no thread waits, and few enough for flat memory. */
const underWayAtMost = 6;
/** Of them, those that may still be checked again. */
const settledAtMost = 2;
const bomBytes = 3;
/** Bytes of a row that is small. */
const leastRow = 48;

/** What takes the results, in the order of the file. */
export interface PartTaker {
  opened: (event: ReadEvent & { kind: "opened" }) => Promise<void>;
  part: (counts: TallyCounts, told: PartTold) => Promise<void>;
}

/** Other sizes than are worth it, for tests. */
export interface PartSizes {
  /** Bytes of a file from which on threads are used; default 6 MiB. */
  atLeast?: number;
  /** Bytes of a part; default 512 KiB. */
  partBytes?: number;
}

interface PartsRequest extends PartSizes {
  path: string;
  bytes: number;
  options: ReadOptions & { limits: { maxRows: number; maxBytes: number } };
  json: boolean;
}

/** The size and checksum of what was read; null when the file is for one thread: what was taken is then void. */
export async function checkInParts(
  request: PartsRequest,
  taker: PartTaker,
): Promise<{ bytes: number; sha256: string } | null> {
  const { path, bytes, options, json } = request;
  if (availableParallelism() < 2 || bytes < (request.atLeast ?? worthIt) || bytes > options.limits.maxBytes)
    return null;
  const program = threadProgram().catch(() => null);
  const opened = await firstEvent(path, options);
  if (opened?.kind !== "opened" || !isCuttable(opened.recognition)) return null;
  const { recognition } = opened;
  const setup: PartSetup = { recognition, options, salt: new TextHash().salt, json };
  const code = await program;
  if (code === null) return null;
  const source = await openParts(path, {
    delimiter: recognition.delimiter ?? ",",
    skip: recognition.bom ? bomBytes : 0,
    ...(request.partBytes !== undefined && { partBytes: request.partBytes }),
  });
  const pool = Array.from({ length: threadCount }, () => startPartThread(code, setup));
  try {
    await taker.opened(opened);
    const whole = await run(source, pool, { maxRows: options.limits.maxRows, bytes }, taker);
    return whole ? source.seen() : null;
  } catch {
    // A thread that ran out of memory, a row without an end: one thread meets it in its own way.
    return null;
  } finally {
    await Promise.all(pool.map((thread) => thread.stop()));
    await source.close();
  }
}

async function firstEvent(path: string, options: ReadOptions): Promise<ReadEvent | undefined> {
  const events = readRecords(createReadStream(path), options);
  const first = await events.next();
  await events.return();
  return first.done === true ? undefined : first.value;
}

// False: there is a fault, so that one thread has to say what and where.
async function run(
  source: PartSource,
  threads: PartThread[],
  { maxRows, bytes }: { maxRows: number; bytes: number },
  taker: PartTaker,
): Promise<boolean> {
  const compare = createComparison(bytes);
  const asked: Promise<PartDone>[] = [];
  const settled: Promise<PartDone>[] = [];
  let rows = 0;
  for (let ended = false; ;) {
    while (!ended && asked.length + settled.length < underWayAtMost) {
      const task = await source.next();
      if (task === null) ended = true;
      else asked.push(quiet(leastBusy(threads).ask(task)));
    }
    const next = asked.shift();
    if (next !== undefined) {
      const done = await next;
      rows += done.end.rows;
      if (done.end.fault !== null || rows > maxRows) return false;
      const answers = compare(done);
      const { task } = done;
      if (answers !== null) settled.push(quiet(leastBusy(threads).ask({ ...task, answers })));
      else settled.push(Promise.resolve(done));
    }
    if (settled.length < settledAtMost && asked.length > 0) continue;
    const first = await settled.shift();
    if (first === undefined) return true;
    source.giveBack(first.task.bytes);
    await taker.part(first.counts, first.told);
    if ("json" in first.told) leastBusy(threads).letGo(first.told.json.buffer);
  }
}

// Whoever waits for it hears of its failure; nobody else has to.
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** Compares the texts of a part with those of all before it: the answers, null when all are new. */
function createComparison(bytes: number): (done: PartDone) => PartTask["answers"] | null {
  const lines = {
    addresses: new LineTable({ room: roomFor(bytes) }),
    usernames: new LineTable(),
    passwords: new LineTable(),
  };
  return ({ asked }) => {
    const answers: Partial<Record<TableName, Map<number, number>>> = {};
    for (const name of tables) {
      const found = repeatsOf(asked[name], lines[name]);
      if (found.size > 0) answers[name] = found;
    }
    return Object.keys(answers).length > 0 ? answers : null;
  };
}

// Room from the start for as many rows as the file may have: making room later costs as much as filling it.
function roomFor(bytes: number): number {
  const rows = Math.min(bytes / leastRow, 1 << 21);
  return 2 ** Math.max(10, Math.ceil(Math.log2(rows)));
}

function repeatsOf(asked: Uint32Array, table: LineTable): Map<number, number> {
  const found = new Map<number, number>();
  for (let at = 0; at < asked.length; at += 3) {
    const firstLine = table.seenHash(asked[at + 1] ?? 0, asked[at] ?? 0, asked[at + 2] ?? 0);
    if (firstLine !== 0) found.set(at / 3, firstLine);
  }
  return found;
}
