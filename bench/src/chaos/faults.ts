/** What goes wrong: kill -9 of the worker, of the web, of PostgreSQL, or a restart of PostgreSQL that waits for nobody. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "../app/browser";
import type { Place } from "../app/open-place";
import { findProcesses } from "../app/processes";
import { withClient } from "../app/sql";
import type { App } from "../app/start-app";
import type { RunningWorker } from "../app/start-worker";
import type { Random } from "../people/random";
import { patiently } from "./patiently";

export const faultKinds = ["worker", "web", "database"] as const;
export type FaultKind = (typeof faultKinds)[number];
export type FaultCounts = Record<FaultKind, number>;

export interface Victims {
  place: Place;
  app: App;
  worker: RunningWorker;
  browser: Browser;
}

/** What was under way when it struck: "COMMITTING accounts". */
export async function lookAtWork(place: Place): Promise<string> {
  return withClient(place.databaseUrl, async (client) => {
    const { rows } = await client.query<{ status: string; phase: string | null }>(
      `SELECT i.status || CASE WHEN i.undoes_id IS NULL THEN '' ELSE ' (undo)' END AS status, p.phase FROM import i LEFT JOIN import_progress p ON p.import_id = i.id
        ORDER BY i.id DESC LIMIT 1`,
    );
    const row = rows[0];
    if (row === undefined) return "nothing yet";
    return /^(UPLOADING|STAGED|COMMITTING)/.test(row.status)
      ? `${row.status} ${row.phase ?? ""}`.trim()
      : row.status;
  });
}

/** All of them in an order of chance. */
export function shuffle(counts: FaultCounts, random: Random): FaultKind[] {
  const faults = faultKinds.flatMap((kind) => Array.from({ length: counts[kind] }, () => kind));
  for (let at = faults.length - 1; at > 0; at -= 1) {
    const other = random.int(at + 1);
    const [one, two] = [faults[at], faults[other]];
    if (one === undefined || two === undefined) continue;
    faults[at] = two;
    faults[other] = one;
  }
  return faults;
}

/** Strikes, and resolves when everything answers again. */
export async function strike(kind: FaultKind, victims: Victims, random: Random): Promise<void> {
  switch (kind) {
    case "worker":
      await killAndWait(() => Promise.resolve(victims.worker.pid()));
      break;
    case "web":
      await killAndWait(async () => (await findProcesses(victims.app.pid)).web);
      break;
    case "database":
      await stopDatabase(victims.place, random.chance(0.5) ? "SIGKILL" : "SIGQUIT");
  }
  await patiently(() => victims.browser.query("imports.list", { limit: 1 }));
}

/** Until another process has its place. */
async function killAndWait(find: () => Promise<number | null>): Promise<void> {
  const pid = await patiently(async () => (await find()) ?? Promise.reject(new Error("not running")));
  kill(pid, "SIGKILL");
  await patiently(async () => {
    const next = await find();
    if (next === null || next === pid)
      throw new Error(`${String(pid)} was killed and nothing took its place`);
  });
}

/** SIGQUIT is PostgreSQL's own immediate shutdown: like a power cut, but for its log. */
async function stopDatabase(place: Place, signal: "SIGKILL" | "SIGQUIT"): Promise<void> {
  const pid = await postmaster(place);
  kill(pid, signal);
  await patiently(async () => {
    if ((await postmaster(place)) === pid) throw new Error("PostgreSQL was stopped and did not come back");
    await withClient(place.databaseUrl, (client) => client.query("SELECT 1"));
  });
}

async function postmaster(place: Place): Promise<number> {
  const folder = await withClient(place.databaseUrl, async (client) => {
    const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
    return rows[0]?.data_directory ?? place.dataDir;
  });
  return Number((await readFile(join(folder, "postmaster.pid"), "utf8")).split("\n", 1)[0]);
}

/** One that is gone by itself meanwhile is as dead as it was to be. */
function kill(pid: number, signal: "SIGKILL" | "SIGQUIT"): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
