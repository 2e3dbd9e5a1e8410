/**
 * One lane of work: does what there is, sleeps until it is woken or the poll is due, and goes on after failures, ever more
 * slowly while they last. It knows no use case; lanes run beside each other and never wait for one another.
 */
import type { Bell } from "./bell";
import type { WorkerLog } from "./log";

export interface Lane {
  name: string;
  /** Does one portion of work. True: there may be more at once. */
  work(): Promise<boolean>;
  bell: Bell;
  /** milliseconds after which it looks by itself */
  poll: number;
}

/** Milliseconds to wait after so many failures in a row (≥ 1): half a second, doubled each time, at most half a minute. */
export function failureDelay(failures: number): number {
  return Math.min(30_000, 500 * 2 ** Math.min(failures - 1, 16));
}

/** Runs until `signal` is aborted; then the portion in hand is finished and it resolves. Never rejects. */
export async function runLane(lane: Lane, signal: AbortSignal, log: WorkerLog): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      const more = await lane.work();
      if (failures > 0) log.info("working again", { lane: lane.name, failures });
      failures = 0;
      if (!more) await lane.bell.wait(lane.poll, signal);
    } catch (error) {
      failures += 1;
      const delay = failureDelay(failures);
      log.defect("could not work", error, { lane: lane.name, failures, again: delay });
      await lane.bell.wait(delay, signal);
    }
  }
}
