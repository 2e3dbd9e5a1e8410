/**
 * Who changes one import waits for those before, in this process, before a connection is taken: many corrections of one import at
 * once would else hold every connection of the pool while they wait for its row, and all other requests with them.
 */

/** As PostgreSQL's lock_timeout, which bounds the same wait between processes. */
const longestWait = 3_000;

/** Those who wait, by import; the first of them runs. */
const queues = new Map<bigint, (() => void)[]>();

/** Throws `TurnTimeout` when it is not its turn within three seconds; the work has not begun then. */
export async function inImportTurn<T>(importId: bigint, work: () => Promise<T>): Promise<T> {
  const queue = queues.get(importId) ?? [];
  queues.set(importId, queue);
  await turnOf(queue);
  try {
    return await work();
  } finally {
    queue.shift();
    if (queue.length === 0) queues.delete(importId);
    else queue[0]?.();
  }
}

function turnOf(queue: (() => void)[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const begin = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      queue.splice(queue.indexOf(begin), 1);
      reject(new TurnTimeout());
    }, longestWait);
    queue.push(begin);
    if (queue.length === 1) begin();
  });
}

/** Told as PostgreSQL tells that a lock was not to be had in time. */
export class TurnTimeout extends Error {
  readonly code = "55P03";
  constructor() {
    super("The import is being changed by others; the wait for it is over.");
    this.name = "TurnTimeout";
  }
}
