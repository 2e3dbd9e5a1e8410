/**
 * Passwords of an import while they are hashed: how much of the machine the worker makes of it, beside a bare loop with as
 * many in flight as there are cores, and how fast pages come meanwhile.
 */
import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { hash } from "@node-rs/argon2";
import { hashParameters } from "@rollcall/accounts";
import { openBrowser, type Browser } from "../app/browser";
import { openPlace } from "../app/open-place";
import { askOne, withClient } from "../app/sql";
import { startApp } from "../app/start-app";
import { cleanUp } from "../clean-up";
import { resultsFolder } from "../env";
import { noResults, type PageFigure, type Results } from "../report/figure";
import { runImport } from "./run-import";

/** Enough for both halves of the measurement at a hundred a second. */
const people = 4_000;
/** seconds */
const bareFor = 8;
const watchedFor = 12;

const asked = { used: 0.9, page: 200 } as const;

export async function measureHash(options: { keep: boolean; say: (line: string) => void }): Promise<Results> {
  const { say } = options;
  const results = noResults();
  const place = await openPlace(options);
  say("starting the app");
  const app = await startApp(place.dataDir);
  const browser = await openBrowser(app.url, app.email, app.password);
  say("argon2 alone");
  const before = await bareRate();
  say(`${people.toLocaleString("en")} passwords`);
  await runImport(browser, await makeFile(), { mode: "create", mail: "never" });
  const alone = await hashRate(place.databaseUrl, () => pause(watchedFor * 1_000));
  say("pages meanwhile");
  const pages: PageFigure[] = [];
  const beside = await hashRate(place.databaseUrl, async () => {
    pages.push(...(await readPages(browser)));
  });
  await withClient(place.databaseUrl, (client) => client.query("TRUNCATE pending_password"));
  // What is in hand is put down first.
  await pause(1_000);
  say("argon2 alone, again");
  const after = await bareRate();
  const bare = Math.max(before, after);
  results.figures.push(
    { name: "argon2 alone", rows: Math.round(bare * bareFor), seconds: bareFor },
    {
      name: "passwords of an import",
      rows: Math.round(alone * watchedFor),
      seconds: watchedFor,
      ratio: { times: alone / bare, of: "argon2 alone" },
    },
  );
  results.pages.push(...pages);
  const slowest = Math.max(...pages.map(({ p95 }) => p95));
  results.checks.push(
    {
      name: `hashing imported passwords uses ${String(asked.used * 100)} % of what argon2 can`,
      holds: alone / bare >= asked.used,
      seen: `${alone.toFixed(1)} a second of ${bare.toFixed(1)}; ${beside.toFixed(1)} beside pages`,
    },
    {
      name: `pages come within ${String(asked.page)} ms meanwhile`,
      holds: slowest <= asked.page,
      seen: `95 % within ${slowest.toFixed(0)} ms at worst`,
    },
  );
  await cleanUp();
  return results;
}

/** Hashes a second, with as many in flight as there are cores. */
async function bareRate(): Promise<number> {
  const began = performance.now();
  const end = began + bareFor * 1_000;
  let hashed = 0;
  const one = async (): Promise<void> => {
    while (performance.now() < end) {
      await hash("every tenth lorry is blue", hashParameters);
      hashed += 1;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, one));
  return hashed / ((performance.now() - began) / 1_000);
}

/** Passwords a second that the worker hashed while `work` went on. */
async function hashRate(url: string, work: () => Promise<unknown>): Promise<number> {
  const left = () =>
    withClient(url, (client) =>
      askOne<{ n: number }>(client, "SELECT count(*)::int AS n FROM pending_password"),
    );
  const first = await left();
  const began = performance.now();
  await work();
  const last = await left();
  if (last.n === 0)
    throw new Error("every password was hashed before the measurement ended: more people are needed");
  return (first.n - last.n) / ((performance.now() - began) / 1_000);
}

const questions: [name: string, procedure: string, input: object | undefined][] = [
  ["while hashing: users", "people.list", { limit: 50 }],
  ["while hashing: search", "people.list", { limit: 50, search: "person" }],
  ["while hashing: overview", "organisation.overview", { days: 30 }],
  ["while hashing: the import", "imports.get", { importId: "1" }],
  ["while hashing: its rows", "imports.rows", { importId: "1", limit: 100 }],
];

async function readPages(browser: Browser): Promise<PageFigure[]> {
  const figures: PageFigure[] = [];
  for (const [name, procedure, input] of questions) {
    const times: number[] = [];
    for (let round = 0; round < 65; round += 1) {
      const began = performance.now();
      await browser.query(procedure, input);
      if (round >= 5) times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    const at = (share: number): number => times[Math.ceil(share * times.length) - 1] ?? NaN;
    figures.push({ name, asked: times.length, p50: at(0.5), p95: at(0.95) });
  }
  return figures;
}

async function makeFile(): Promise<string> {
  const path = join(resultsFolder, "passwords.csv");
  const lines = Array.from(
    { length: people },
    (_, row) =>
      `person.${String(row)}@haldenmoor.example,Person ${String(row)},harbour ${String(row)} at dawn`,
  );
  await writeFile(path, `Email,Full Name,Password\n${lines.join("\n")}\n`);
  return path;
}
