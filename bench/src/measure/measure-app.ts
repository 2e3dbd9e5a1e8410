/**
 * Imports through a running app beside the raw limit: the file once, the same file again, as many others, an undo, then pages of
 * the result. One server and one data folder for all of it; what is asked stands in `asked`.
 */
import { dirname, join } from "node:path";
import { openBrowser, type Browser } from "../app/browser";
import { openPlace } from "../app/open-place";
import { findProcesses, watchMemory, type AppProcesses } from "../app/processes";
import { settle, withClient } from "../app/sql";
import { startApp, type App } from "../app/start-app";
import { cleanUp } from "../clean-up";
import { makeBenchFile } from "../people/bench-file";
import type { Figure, Results } from "../report/figure";
import { countWrites, markRows, readContent } from "./compare";
import { measurePages } from "./pages";
import { measureRawLimit, rawUrl, type RawLimit } from "./raw-limit";
import { runImport, runUndo } from "./run-import";
import { importFigures, memoryCheck, ratioCheck, watched, type Watched } from "./watch-import";

export interface AppPlan {
  file: string;
  rows: number;
  again: boolean;
  second: boolean;
  undo: boolean;
  linearity: boolean;
  pages: boolean;
  /** leave the data folder where it is */
  keep: boolean;
  say: (line: string) => void;
}

/** How many times what they are compared with things may take (issue 4). */
const asked = {
  import: 1.2,
  again: 0.4,
  second: 1.5,
  plan: 0.5,
  undo: 1.5,
  linearity: 1.1,
  page: 60,
} as const;

/** So many people are taken back again, and are what the time for more is compared with. */
const fewer = 100_000;

interface Ground {
  app: App;
  browser: Browser;
  url: string;
  raw: RawLimit;
}

export async function measureApp(plan: AppPlan): Promise<Results> {
  const { say, file, rows } = plan;
  const place = await openPlace(plan);
  const url = place.databaseUrl;
  say("raw SQL, before");
  const before = await measureRawLimit(url, file);
  await settle(rawUrl(url));
  say("starting the app");
  const app = await startApp(place.dataDir);
  const processes = await findProcesses(app.pid);
  const browser = await openBrowser(app.url, app.email, app.password);
  say("the file, from the first byte to the end");
  const first = await watched(app, url, () => runImport(browser, file, { mode: "upsert" }));
  await settle(url);
  say("raw SQL, after");
  const after = await measureRawLimit(url, file);
  await settle(rawUrl(url));
  const raw = before.total < after.total ? before : after;
  const results: Results = { figures: rawFigures(rows, raw), pages: [], checks: [] };
  addImport(results, "import", rows, first, { limit: raw.total, most: asked.import });
  results.checks.push(await contentCheck(url), {
    name: "every row was created",
    holds: first.times.record.summary?.create === rows,
    seen: JSON.stringify(first.times.record.summary),
  });
  const ground = { app, browser, url, raw };
  if (plan.again) await measureAgain(plan, ground, results);
  if (plan.pages) {
    say("pages");
    await addPages(plan, ground, results);
  }
  if (plan.second) await measureSecond(plan, ground, results);
  if (plan.undo) await measureUndo(plan, ground, results);
  results.checks.push(survivedCheck(processes, await findProcesses(app.pid)));
  await cleanUp();
  if (plan.linearity && rows > fewer) await measureLinearity(plan, first.times.total, results);
  return results;
}

async function addPages(
  { file, rows }: AppPlan,
  { app, browser, url }: Ground,
  results: Results,
): Promise<void> {
  const { web, worker } = await findProcesses(app.pid);
  if (web === null || worker === null) throw new Error("web or worker does not run");
  const watches = { web: watchMemory(web), worker: watchMemory(worker) };
  const { importId, figures } = await measurePages(browser, { file, rows, url });
  for (const what of ["report", "corrections"]) await browser.download(`/api/imports/${importId}/${what}`);
  const memory = { web: watches.web.peak(), worker: watches.worker.peak() };
  results.pages.push(...figures);
  const slow = figures.filter(({ p95 }) => p95 > asked.page);
  results.checks.push(memoryCheck("reading pages, the report and the corrections", { memory }), {
    name: `pages come within ${String(asked.page)} ms`,
    holds: slow.length === 0,
    seen: slow.map(({ name, p95 }) => `${name} ${p95.toFixed(0)} ms`).join(", ") || "all",
  });
}

function addImport(
  results: Results,
  name: string,
  rows: number,
  seen: Watched,
  than: { limit: number; most: number },
): void {
  results.figures.push(...importFigures(name, rows, seen, than));
  const times = seen.times.total / than.limit;
  results.checks.push(memoryCheck(name, seen), ratioCheck(name, { times, of: "raw SQL", most: than.most }));
}

async function measureAgain(
  plan: AppPlan,
  { app, browser, url, raw }: Ground,
  results: Results,
): Promise<void> {
  const { rows } = plan;
  plan.say("the same file again");
  await markRows(url);
  const again = await watched(app, url, () => runImport(browser, plan.file, { mode: "upsert" }));
  const writes = await countWrites(url);
  addImport(results, "the same file again", rows, again, { limit: raw.total, most: asked.again });
  const seconds = again.times.plan;
  const ratio = { times: seconds / raw.total, of: "raw SQL", most: asked.plan };
  results.figures.push({ name: "plan against as many existing", rows, seconds, ratio });
  results.checks.push(ratioCheck("the plan against as many existing", ratio), {
    name: "the same file again writes nothing",
    holds: Object.keys(writes).length === 0 && again.times.record.summary?.unchanged === rows,
    seen: `written: ${JSON.stringify(writes)}; plan: ${JSON.stringify(again.times.record.summary)}`,
  });
}

/** As many others into the organisation that is full of the first. */
async function measureSecond(
  plan: AppPlan,
  { app, browser, url, raw }: Ground,
  results: Results,
): Promise<void> {
  plan.say("as many others");
  const file = await otherFile(plan, plan.rows, "second");
  const seen = await watched(app, url, () => runImport(browser, file, { mode: "upsert" }));
  addImport(results, "as many others", plan.rows, seen, { limit: raw.total, most: asked.second });
}

async function measureUndo(plan: AppPlan, { app, browser, url }: Ground, results: Results): Promise<void> {
  plan.say("an import that is taken back");
  const rows = Math.min(plan.rows, fewer);
  const file = await otherFile(plan, rows, "third");
  const { times } = await watched(app, url, () => runImport(browser, file, { mode: "upsert" }));
  const seconds = await runUndo(browser, times.record.id);
  const ratio = { times: seconds / times.commit, of: "their commit", most: asked.undo };
  results.figures.push({ name: "undo", rows, seconds, ratio });
  results.figures.push({ name: "their commit", part: true, rows, seconds: times.commit });
  const left = await withClient(url, (client) =>
    client.query("SELECT FROM account WHERE created_import_id = $1", [times.record.id]),
  );
  results.checks.push(ratioCheck("undo", ratio), {
    name: "an undo leaves none of the import's accounts",
    holds: left.rowCount === 0,
    seen: `${left.rowCount ?? 0} left`,
  });
}

/**
 * The time for all of them beside that for fewer, the middle one of three, each on an app of its own: a short time spreads, and one
 * of chance would say more of the machine than of the import.
 */
async function measureLinearity(plan: AppPlan, total: number, results: Results): Promise<void> {
  const file = join(dirname(plan.file), `people-${fewer}.csv`);
  await makeBenchFile(file, fewer);
  const times: number[] = [];
  for (const turn of [1, 2, 3]) {
    plan.say(`${fewer} people, for comparison, ${turn} of 3`);
    const place = await openPlace(plan);
    const app = await startApp(place.dataDir);
    const browser = await openBrowser(app.url, app.email, app.password);
    const few = await watched(app, place.databaseUrl, () => runImport(browser, file, { mode: "upsert" }));
    times.push(few.times.total);
    await cleanUp();
  }
  plan.say(`took ${times.map((seconds) => seconds.toFixed(2)).join(", ")} s`);
  const middle = times.toSorted((one, other) => one - other)[1] ?? Number.NaN;
  const of = `the time for ${fewer.toLocaleString("en")}`;
  const most = asked.linearity * (plan.rows / fewer);
  const ratio = { times: total / middle, of, most };
  results.figures.push({
    name: `import of ${fewer.toLocaleString("en")}, middle of three`,
    rows: fewer,
    seconds: middle,
  });
  results.figures.push({
    name: `import of ${plan.rows.toLocaleString("en")}`,
    rows: plan.rows,
    seconds: total,
    ratio,
  });
  results.checks.push(ratioCheck("the time for all", ratio));
}

async function otherFile(plan: AppPlan, rows: number, what: string): Promise<string> {
  const file = join(dirname(plan.file), `people-${what}-${rows}.csv`);
  await makeBenchFile(file, rows, `${what}.haldenmoor.example`);
  return file;
}

function rawFigures(rows: number, raw: RawLimit): Figure[] {
  return [
    { name: "raw SQL", rows, seconds: raw.total },
    { name: "COPY into a text table", part: true, rows, seconds: raw.copy },
    { name: "INSERT … SELECT into our tables", part: true, rows, seconds: raw.insert },
  ];
}

function survivedCheck(before: AppProcesses, after: AppProcesses): Results["checks"][number] {
  return {
    name: "web and worker lived through all of it",
    holds: before.web === after.web && before.worker === after.worker,
    seen: `processes ${JSON.stringify(before)}, at the end ${JSON.stringify(after)}`,
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
