/**
 * Threads that hash passwords, one a core, made when there is something to hash and ended when there is not. A thread that
 * breaks fails what it had in hand, and the next password gets a new one. It knows no accounts.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { hashParameters, type PasswordHasher } from "@rollcall/accounts";

/** In the hand of a thread and behind it: the next one lies ready when it is done with the last. */
const eachHolds = 2;

interface Waiting {
  resolve: (hash: string) => void;
  reject: (reason: Error) => void;
}

interface Thread {
  worker: Worker;
  waiting: Map<number, Waiting>;
}

export interface HashPool extends PasswordHasher {
  /** Ends the threads; the next password starts them again. */
  rest(): Promise<void>;
}

export function makeHashPool(threads = availableParallelism()): HashPool {
  const running: (Thread | null)[] = Array.from({ length: threads }, () => null);
  let last = 0;
  const threadAt = (place: number): Thread => {
    const thread = running[place] ?? start(() => (running[place] = null));
    running[place] = thread;
    return thread;
  };
  return {
    atOnce: threads * eachHolds,
    hash: (password) =>
      new Promise((resolve, reject) => {
        const place = leastBusy(running);
        const { worker, waiting } = threadAt(place);
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.postMessage({ id: last, password });
      }),
    rest: async () => {
      const all = running.splice(0, threads, ...Array.from({ length: threads }, () => null));
      for (const thread of all) await thread?.worker.terminate();
    },
  };
}

function leastBusy(running: readonly (Thread | null)[]): number {
  const load = running.map((thread) => thread?.waiting.size ?? 0);
  return load.indexOf(Math.min(...load));
}

function start(onEnd: () => void): Thread {
  const worker = new Worker(new URL("./hash-thread.mjs", import.meta.url), {
    execArgv: [],
    workerData: { parameters: hashParameters },
  });
  const waiting = new Map<number, Waiting>();
  worker.on("message", (said: { id: number; hash?: string; error?: string }) => {
    const one = waiting.get(said.id);
    waiting.delete(said.id);
    if (said.hash === undefined) one?.reject(new Error(said.error ?? "no hash"));
    else one?.resolve(said.hash);
  });
  const end = (reason: Error): void => {
    onEnd();
    for (const one of waiting.values()) one.reject(reason);
    waiting.clear();
  };
  worker.on("error", end);
  worker.on("exit", () => end(new Error("The thread that hashes ended.")));
  // Threads without work never keep the process alive.
  worker.unref();
  return { worker, waiting };
}
