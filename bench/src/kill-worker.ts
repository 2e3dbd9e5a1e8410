/**
 * kill -9 of the worker in the middle of a large commit, twice: while accounts are made and while mails are queued. Looks
 * at the database all the while: at no moment may there be anything between nothing and everything.
 */
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { openBrowser } from "./app/browser";
import { openPlace } from "./app/open-place";
import { findProcesses } from "./app/processes";
import { askOne, withClient } from "./app/sql";
import { startApp, type App } from "./app/start-app";
import { cleanUp } from "./clean-up";
import { confirm, uploadFile, waitFor } from "./measure/run-import";
import { noResults, type Check, type Results } from "./report/figure";

export interface KillPlan {
  file: string;
  rows: number;
  keep: boolean;
  say: (line: string) => void;
}

export async function killWorker(plan: KillPlan): Promise<Results> {
  const { say } = plan;
  const place = await openPlace(plan);
  say("starting the app");
  const app = await startApp(place.dataDir);
  const browser = await openBrowser(app.url, app.email, app.password);
  say("uploading and planning");
  const importId = await uploadFile(browser, plan.file, { mode: "upsert" });
  const planned = await waitFor(browser, importId, "READY");
  await confirm(browser, planned);
  const watched = await withClient(place.databaseUrl, (client) => watchCommit(client, app, importId, say));
  const ended = await withClient(place.databaseUrl, (client) => readEnd(client, importId));
  await cleanUp();
  const mails = planned.consequences?.mails ?? 0;
  return { ...noResults(), checks: judge(plan.rows, mails, watched, ended) };
}

interface Watched {
  looks: number;
  /** the most that was there of the import while it was not completed */
  early: Counts;
  kills: Kill[];
}

interface Kill {
  phase: string;
  done: number;
  worker: number;
  /** when this attempt to commit began */
  began: string;
}

interface Counts {
  accounts: number;
  groups: number;
  mails: number;
  events: number;
}

/** One question, so one moment: the status and what is there belong together. */
const lookSql = `SELECT i.status::text, p.phase, p.done, p.started_at::text AS began,
  (SELECT count(*)::int FROM account a WHERE a.created_import_id = i.id) AS accounts,
  (SELECT count(*)::int FROM "group" g WHERE g.created_import_id = i.id) AS groups,
  (SELECT count(*)::int FROM message m WHERE m.import_id = i.id) AS mails,
  (SELECT count(*)::int FROM audit_event e WHERE e.import_id = i.id AND e.action = 'import.committed') AS events
  FROM import i LEFT JOIN import_progress p ON p.import_id = i.id WHERE i.id = $1`;

type Look = Counts & { status: string; phase: string | null; done: number | null; began: string | null };

async function watchCommit(
  client: pg.Client,
  app: App,
  importId: string,
  say: KillPlan["say"],
): Promise<Watched> {
  const watched: Watched = { looks: 0, early: { accounts: 0, groups: 0, mails: 0, events: 0 }, kills: [] };
  const phases = ["accounts", "mail"];
  for (;;) {
    const look = await askOne<Look>(client, lookSql, [importId]);
    watched.looks += 1;
    if (look.status === "COMPLETED") return watched;
    for (const key of ["accounts", "groups", "mails", "events"] as const) {
      watched.early[key] = Math.max(watched.early[key], look[key]);
    }
    const kill = isDue(look, phases[0], watched.kills.at(-1)) ? await killNow(app, look) : null;
    if (kill !== null) {
      watched.kills.push(kill);
      phases.shift();
      say(`kill -9 of worker ${kill.worker} in phase ${kill.phase}, ${kill.done} rows done`);
    }
    await pause(20);
  }
}

/** In the middle of the phase, and in an attempt that was not killed yet: what it told last stays until the next begins. */
function isDue(look: Look, phase: string | undefined, last: Kill | undefined): boolean {
  if (look.phase !== phase || look.began === last?.began) return false;
  return phase !== "accounts" || (look.done ?? 0) > 0;
}

async function killNow(app: App, look: Look): Promise<Kill | null> {
  const { worker } = await findProcesses(app.pid);
  if (worker === null) return null;
  process.kill(worker, "SIGKILL");
  return { phase: look.phase ?? "", done: look.done ?? 0, began: look.began ?? "", worker };
}

interface End extends Counts {
  /** accounts that have more than one welcome mail */
  twice: number;
}

function readEnd(client: pg.Client, importId: string): Promise<End> {
  return askOne<End>(
    client,
    `SELECT look.*, (SELECT count(*)::int FROM (SELECT FROM message WHERE import_id = $1 AND kind = 'welcome'
        GROUP BY account_id HAVING count(*) > 1) AS twice) AS twice FROM (${lookSql}) look`,
    [importId],
  );
}

function judge(rows: number, mails: number, { looks, early, kills }: Watched, end: End): Check[] {
  const killed = kills.map(({ phase, done }) => `${phase} after ${done} rows`).join(", ");
  return [
    { name: "the worker was killed in the middle of the commit", holds: kills.length > 0, seen: killed },
    {
      name: "nothing half-done at any moment before the end",
      holds: Object.values(early).every((count) => count === 0),
      seen: `${looks} looks; the most that was there: ${JSON.stringify(early)}`,
    },
    {
      name: "the import completed by itself, once",
      holds: end.accounts === rows && end.events === 1,
      seen: `${end.accounts} accounts, ${end.events} audit event`,
    },
    {
      name: "every welcome mail exists once",
      holds: end.mails === mails && end.twice === 0,
      seen: `${end.mails} mails of ${mails} announced, ${end.twice} accounts with two`,
    },
  ];
}
