/**
 * The worker as a whole: lanes that run until they are told to end, woken by the database. When a lane ends by itself the
 * worker has failed, and says so, so that its supervisor starts it again.
 */
import type { Context } from "@rollcall/accounts";
import { keepListening } from "./keep-listening";
import { makeLanes, type MailSettings } from "./lanes";
import type { WorkerLog } from "./log";
import { runLane } from "./work-loop";

export interface WorkerInput {
  context: Context;
  mail: MailSettings;
  log: WorkerLog;
  /** aborted: finish what is in hand and end */
  signal: AbortSignal;
  /** the database answers and work is being looked for */
  onWorking: () => void;
}

/** Resolves when every lane has put down its work after `signal`; rejects when one ended without being told to. */
export async function runWorker({ context, mail, log, signal, onWorking }: WorkerInput): Promise<void> {
  const { lanes, ring, ringAll } = makeLanes(context, mail, log, signal);
  const listening = () => {
    ringAll();
    onWorking();
  };
  const must = async (name: string, running: Promise<void>) => {
    await running;
    if (!signal.aborted) throw new Error(`the lane ${name} ended by itself`);
  };
  await Promise.all([
    must("listening", keepListening(context.database, { work: ring, listening }, signal, log)),
    ...lanes.map((lane) => must(lane.name, runLane(lane, signal, log))),
  ]);
}
