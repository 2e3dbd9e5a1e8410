/** One import with its processes watched, as figures and checks. What is asked of it is given by whoever measures. */
import { findProcesses, watchMemory } from "../app/processes";
import { settle, withClient } from "../app/sql";
import type { App } from "../app/start-app";
import type { Check, Figure } from "../report/figure";
import type { ImportTimes } from "./run-import";

export interface Watched {
  times: ImportTimes;
  memory: Record<string, number>;
}

/** The most that one process may take, in MiB. */
const mostMemory = 400;

/** Delivery goes on in the background for minutes; put off until tomorrow, it does not run under what is measured next. */
export async function watched(app: App, url: string, work: () => Promise<ImportTimes>): Promise<Watched> {
  await settle(url);
  const { web, worker } = await findProcesses(app.pid);
  if (web === null || worker === null) throw new Error("web or worker does not run");
  const watches = { web: watchMemory(web), worker: watchMemory(worker) };
  const times = await work();
  const memory = { web: watches.web.peak(), worker: watches.worker.peak() };
  await withClient(url, (client) =>
    client.query(
      "UPDATE message SET next_attempt_at = now() + interval '1 day' WHERE state IN ('QUEUED', 'RETRYING') AND next_attempt_at < now() + interval '1 hour'",
    ),
  );
  return { times, memory };
}

/** `limit` is the raw SQL in seconds, `most` how many times that is asked. */
export function importFigures(
  name: string,
  rows: number,
  { times, memory }: Watched,
  { limit, most }: { limit: number; most: number },
): Figure[] {
  const ratio = { times: times.total / limit, of: "raw SQL", most };
  return [
    { name, rows, seconds: times.total, ratio, memory },
    { name: "upload, check, stage", part: true, rows, seconds: times.stage },
    { name: "plan", part: true, rows, seconds: times.plan },
    { name: "commit", part: true, rows, seconds: times.commit },
  ];
}

export function memoryCheck(name: string, { memory }: Pick<Watched, "memory">): Check {
  return {
    name: `${name}: web and worker take ${mostMemory} MiB at most`,
    holds: Math.max(...Object.values(memory)) <= mostMemory,
    seen: JSON.stringify(memory),
  };
}

export function ratioCheck(name: string, { times, of, most }: Required<NonNullable<Figure["ratio"]>>): Check {
  return {
    name: `${name} takes ${most} × ${of} at most`,
    holds: times <= most,
    seen: `${times.toFixed(2)} ×`,
  };
}
