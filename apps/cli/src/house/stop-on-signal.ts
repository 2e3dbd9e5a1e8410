/**
 * Ctrl-C (SIGINT) and SIGTERM while an import or an undo runs: the first one cancels it and waits for what became of it, a second
 * one ends the process at once. Without this the terminal alone would end, and a worker would carry the import out.
 */
import { setTimeout as pause } from "node:timers/promises";
import { cancelImport, getImport, type Context, type ImportRecord } from "@rollcall/accounts";
import { importNumber } from "@rollcall/importer";
import { StoppedError } from "../exit";
import type { Output } from "../output/output";
import { granted } from "./granted";

/** Ctrl-C under npm arrives twice (from the terminal and from npm): only one that comes later, in milliseconds, is a second one. */
const twin = 1_000;

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;
type EndSignal = keyof typeof exitCodes;

export interface Stop {
  /** The import has a record: a signal, also one that came before, cancels it. */
  began: (importId: string) => void;
  /** Throws where a signal came: call before a step that must not begin then. */
  throwIfAsked: () => void;
  /** The pieces of `source`, until the import they are of is cancelled. */
  whileWanted: (source: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
  /**
   * Call when the import has ended. Gives it as it is; where a signal came it waits until that is certain, and throws when nothing was
   * changed. A signal after it cuts off the report alone.
   */
  ended: (record: ImportRecord) => Promise<ImportRecord>;
}

/** Does `work` while it listens. Throws StoppedError where a signal came in time; `did` says of a completed import what it did. */
export async function stoppable<T>(
  context: Context,
  output: Output,
  did: (record: ImportRecord) => string,
  work: (stop: Stop) => Promise<T>,
): Promise<T> {
  let asked: { signal: EndSignal; at: number } | null = null;
  let importId: string | null = null;
  const seen: { end: ImportRecord | null } = { end: null };
  let outcome: Promise<ImportRecord> | null = null;
  let unwanted = false;
  let onUnwanted = (): void => undefined;

  const cancel = (id: string): void => {
    outcome ??= cancelWholly(context, id);
    const leave = () => {
      unwanted = true;
      onUnwanted();
    };
    outcome.then(leave, leave); // what it threw is thrown by `settle`
  };
  const onSignal = (signal: EndSignal): void => {
    if (seen.end === null && asked === null) {
      asked = { signal, at: performance.now() };
      output.note("Stopping. A second Ctrl-C ends at once.");
      if (importId !== null) cancel(importId);
      return;
    }
    if (asked !== null && performance.now() - asked.at < twin) return;
    output.note(seen.end === null ? goesOn(importId) : reportCut(seen.end));
    process.exit(exitCodes[signal]);
  };
  /** Null: no signal came, or it came before there was an import. */
  const settle = async (): Promise<ImportRecord | null> => {
    if (outcome === null) return null;
    const record = await outcome;
    return record.status === "COMPLETED" ? record : null;
  };
  const stop: Stop = {
    began: (id) => {
      importId = id;
      if (asked !== null) cancel(id);
    },
    throwIfAsked: () => {
      if (asked !== null) throw new StoppedError(exitCodes[asked.signal]);
    },
    whileWanted: async function* (source) {
      const pieces = source[Symbol.asyncIterator]();
      while (!unwanted) {
        const piece = await new Promise<IteratorResult<Uint8Array> | null>((resolve, reject) => {
          // One listener that is replaced: a promise to race with would keep every piece it ever raced with.
          onUnwanted = () => resolve(null);
          pieces.next().then(resolve, reject);
        });
        if (piece === null || piece.done === true) return;
        yield piece.value;
      }
    },
    ended: async (record) => {
      const completed = await settle();
      if (completed === null) stop.throwIfAsked();
      else output.note(`It could no longer be stopped: ${did(completed)}`);
      seen.end = record;
      return record;
    },
  };

  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, onSignal);
  try {
    const done = await work(stop);
    if (seen.end === null) {
      await settle();
      stop.throwIfAsked();
    }
    return done;
  } catch (error) {
    // What a step says that was stopped under its hands is no news; a completed import that cannot be reported is.
    if (seen.end === null && (await settle()) === null) stop.throwIfAsked();
    throw error;
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, onSignal);
  }
}

/** Until it has ended: what is stopped while it is carried out waits for its review again, and nobody at a terminal comes back to that. */
async function cancelWholly(context: Context, importId: string): Promise<ImportRecord> {
  for (;;) {
    const record = granted(await getImport(context, { importId }));
    if (["COMPLETED", "FAILED", "CANCELLED"].includes(record.status)) return record;
    // Asked once, it gives itself back within seconds.
    if (record.cancelRequestedAt === null) {
      const cancelled = await cancelImport(context, { importId });
      if (!cancelled.ok && cancelled.refusal.code !== "wrong-state") granted(cancelled);
    } else await pause(100);
  }
}

function goesOn(importId: string | null): string {
  if (importId === null) return "Ended at once. Nothing was changed.";
  const name = importNumber(importId);
  return (
    `Ended at once: it is not known here what becomes of ${name}. It may go on in the server, or when one is started next;\n` +
    `\`rollcall imports\` says what became of it, and while it is not done it can be stopped in the console.`
  );
}

function reportCut({ id, status }: ImportRecord): string {
  return `Only the report was cut off: ${importNumber(id)} is ${status.toLowerCase()}.`;
}
