/**
 * The threads of a check, each with the parts it was handed. It does not know what a part says.
 */
import { Worker } from "node:worker_threads";
import type { PartDone, PartSetup, PartTask } from "./part-messages";

export interface PartThread {
  /** Parts it has not answered yet. */
  readonly busy: () => number;
  /** Rejects when the thread ends before it has answered. */
  ask: (task: PartTask) => Promise<PartDone>;
  /** Hands over memory that nobody needs: threads clean up often, this one waits until there is much of it. */
  letGo: (spent: ArrayBuffer) => void;
  stop: () => Promise<unknown>;
}

interface Waiting {
  resolve: (done: PartDone) => void;
  reject: (error: Error) => void;
}

/** Its memory is bounded, so that all threads together keep within what `check` may have. */
export function startPartThread(program: string, setup: PartSetup): PartThread {
  const worker = new Worker(program, {
    eval: true,
    workerData: setup,
    resourceLimits: { maxYoungGenerationSizeMb: 12, maxOldGenerationSizeMb: 96 },
  });
  const waiting: Waiting[] = [];
  let broken: Error | null = null;
  const fail = (error: Error) => {
    broken ??= error;
    for (const { reject } of waiting.splice(0)) reject(broken);
  };
  worker.on("message", (done: PartDone) => waiting.shift()?.resolve(done));
  worker.on("error", fail);
  worker.on("exit", () => {
    fail(new Error("A thread of the check has ended."));
  });
  return {
    busy: () => waiting.length,
    ask: (task) =>
      new Promise((resolve, reject) => {
        if (broken !== null) {
          reject(broken);
          return;
        }
        waiting.push({ resolve, reject });
        worker.postMessage(task, [task.bytes.buffer]);
      }),
    letGo: (spent) => worker.postMessage(null, [spent]),
    stop: () => worker.terminate(),
  };
}

/** The one with the fewest parts to do. */
export function leastBusy(threads: readonly PartThread[]): PartThread {
  const [first, ...others] = threads;
  if (first === undefined) throw new Error("A check in parts needs threads.");
  return others.reduce((least, thread) => (thread.busy() < least.busy() ? thread : least), first);
}
