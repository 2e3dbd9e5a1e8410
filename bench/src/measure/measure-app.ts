/**
 * Imports through a running app beside the raw limit: the file once, the same file again, then pages of the result. One
 * server and one data folder for all of it.
 */
import { openBrowser, type Browser } from "../app/browser";
import { openPlace } from "../app/open-place";
import { findProcesses, watchMemory, type AppProcesses } from "../app/processes";
import { withClient } from "../app/sql";
import { startApp, type App } from "../app/start-app";
import { cleanUp } from "../clean-up";
import type { Figure, Results } from "../report/figure";
import { countWrites, markRows, readContent } from "./compare";
import { measurePages } from "./pages";
import { measureRawLimit, rawUrl, type RawLimit } from "./raw-limit";
import { runImport, type ImportTimes } from "./run-import";

export interface AppPlan {
  file: string;
  rows: number;
  again: boolean;
  pages: boolean;
  /** leave the data folder where it is */
  keep: boolean;
  say: (line: string) => void;
}

/** The most that one process may take, in MiB, and how many times the limit an import may take (issue 2). */
const mostMemory = 400;
const mostTimes = 3;

export async function measureApp(plan: AppPlan): Promise<Results> {
  const { say, file, rows } = plan;
  const place = await openPlace(plan);
  const url = place.databaseUrl;
  say("raw SQL, before");
  const before = await measureRawLimit(url, file);
  say("starting the app");
  const app = await startApp(place.dataDir);
  const processes = await findProcesses(app.pid);
  const browser = await openBrowser(app.url, app.email, app.password);
  say("the file, from the first byte to the end");
  const first = await watched(app, url, () => runImport(browser, file, { mode: "upsert" }));
  await putMailOff(url);
  say("raw SQL, after");
  const after = await measureRawLimit(url, file);
  const raw = before.total < after.total ? before : after;
  const results: Results = {
    figures: [...rawFigures(rows, raw), ...importFigures("import", rows, first, raw)],
    pages: [],
    checks: [
      memoryCheck(first),
      ratioCheck(first.times.total / raw.total),
      await contentCheck(url),
      {
        name: "every row was created",
        holds: first.times.record.summary?.create === rows,
        seen: JSON.stringify(first.times.record.summary),
      },
    ],
  };
  if (plan.again) await measureAgain(plan, { app, browser, url, raw }, results);
  if (plan.pages) {
    say("pages");
    results.pages.push(...(await measurePages(browser, { importId: first.times.record.id, rows })));
  }
  results.checks.push(survivedCheck(processes, await findProcesses(app.pid)));
  await cleanUp();
  return results;
}

interface Watched {
  times: ImportTimes;
  memory: Record<string, number>;
}

async function watched(app: App, url: string, work: () => Promise<ImportTimes>): Promise<Watched> {
  await withClient(url, (client) => client.query("CHECKPOINT"));
  const { web, worker } = await findProcesses(app.pid);
  if (web === null || worker === null) throw new Error("web or worker does not run");
  const watches = { web: watchMemory(web), worker: watchMemory(worker) };
  const times = await work();
  return { times, memory: { web: watches.web.peak(), worker: watches.worker.peak() } };
}

/** Delivery goes on in the background for minutes; put off until tomorrow, it does not run under what is measured next. */
async function putMailOff(url: string): Promise<void> {
  await withClient(url, (client) =>
    client.query(
      "UPDATE message SET next_attempt_at = now() + interval '1 day' WHERE state IN ('QUEUED', 'RETRYING')",
    ),
  );
}

async function measureAgain(
  plan: AppPlan,
  { app, browser, url, raw }: { app: App; browser: Browser; url: string; raw: RawLimit },
  results: Results,
): Promise<void> {
  plan.say("the same file again");
  await markRows(url);
  const again = await watched(app, url, () => runImport(browser, plan.file, { mode: "upsert" }));
  const writes = await countWrites(url);
  results.figures.push(...importFigures("the same file again", plan.rows, again, raw));
  results.checks.push({
    name: "the same file again writes nothing",
    holds: Object.keys(writes).length === 0 && again.times.record.summary?.unchanged === plan.rows,
    seen: `written: ${JSON.stringify(writes)}; plan: ${JSON.stringify(again.times.record.summary)}`,
  });
}

function rawFigures(rows: number, raw: RawLimit): Figure[] {
  return [
    { name: "raw SQL", rows, seconds: raw.total },
    { name: "COPY into a text table", part: true, rows, seconds: raw.copy },
    { name: "INSERT … SELECT into our tables", part: true, rows, seconds: raw.insert },
  ];
}

function importFigures(name: string, rows: number, { times, memory }: Watched, raw: RawLimit): Figure[] {
  const ratio = { times: times.total / raw.total, of: "raw SQL" };
  return [
    { name, rows, seconds: times.total, ratio, memory },
    { name: "upload, check, stage", part: true, rows, seconds: times.stage },
    { name: "plan", part: true, rows, seconds: times.plan },
    { name: "commit", part: true, rows, seconds: times.commit },
  ];
}

function memoryCheck({ memory }: Watched): Results["checks"][number] {
  const most = Math.max(...Object.values(memory));
  return {
    name: `web and worker take ${mostMemory} MiB at most`,
    holds: most <= mostMemory,
    seen: JSON.stringify(memory),
  };
}

function survivedCheck(before: AppProcesses, after: AppProcesses): Results["checks"][number] {
  return {
    name: "web and worker lived through all of it",
    holds: before.web === after.web && before.worker === after.worker,
    seen: `processes ${JSON.stringify(before)}, at the end ${JSON.stringify(after)}`,
  };
}

function ratioCheck(times: number): Results["checks"][number] {
  return {
    name: `an import takes ${mostTimes} times the raw SQL at most`,
    holds: times <= mostTimes,
    seen: `${times.toFixed(2)} times`,
  };
}

async function contentCheck(url: string): Promise<Results["checks"][number]> {
  const [ours, raw] = [await readContent(url), await readContent(rawUrl(url))];
  return {
    name: "the import and the raw SQL made the same accounts",
    holds: JSON.stringify(ours) === JSON.stringify(raw),
    seen: `${ours.accounts} accounts, ${ours.memberships} memberships, ${ours.mails} mails`,
  };
}
