/**
 * `npm run bench`: figures of real processes beside the raw-SQL limit of the same run. Prints them and writes them to
 * bench/results/. Ends with 1 when something that must hold does not.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readArguments, usage, type BenchPlan } from "./arguments";
import { cleanUp, cleanUpOnSignals } from "./clean-up";
import { resultsFolder } from "./env";
import { killWorker } from "./kill-worker";
import { measureApp } from "./measure/measure-app";
import { measureCheck } from "./measure/check-file";
import { measureHash } from "./measure/hash";
import { measureLists } from "./measure/lists";
import { makeBenchFile } from "./people/bench-file";
import { noResults, type Results } from "./report/figure";
import { describeMachine, readMachine } from "./report/machine";
import { describeResults } from "./report/table";

const say = (line: string) => process.stderr.write(`${line}\n`);

const plan = readArguments(process.argv.slice(2));
if ("mistake" in plan) {
  say(`bench: ${plan.mistake}\n${usage}`);
  process.exit(2);
}
cleanUpOnSignals();
try {
  process.exitCode = (await bench(plan)) ? 0 : 1;
} finally {
  await cleanUp();
}

async function bench(given: BenchPlan): Promise<boolean> {
  const machine = await readMachine();
  await mkdir(resultsFolder, { recursive: true });
  const file = join(resultsFolder, `people-${given.rows}.csv`);
  await makeBenchFile(file, given.rows);
  const results = await measure(given, file);
  const at = new Date().toISOString();
  const record = join(resultsFolder, `${at.replaceAll(":", "-").slice(0, 19)}.json`);
  await writeFile(record, `${JSON.stringify({ at, machine, rows: given.rows, ...results }, null, 2)}\n`);
  const text = describeResults(results, given.markdown ? "markdown" : "terminal");
  process.stdout.write(`\n${describeMachine(machine)}\n\n${text}\n`);
  say(`\n${record}`);
  return results.checks.every(({ holds }) => holds);
}

async function measure(given: BenchPlan, file: string): Promise<Results> {
  const { rows, keep, wanted } = given;
  const wants = (name: (typeof wanted)[number]) => wanted.includes(name);
  const results = noResults();
  const add = (more: Results) => {
    results.figures.push(...more.figures);
    results.pages.push(...more.pages);
    results.checks.push(...more.checks);
  };
  if (wanted.some((name) => !["lists", "hash", "check", "kill"].includes(name))) {
    const [again, second, undo] = [wants("again"), wants("second"), wants("undo")];
    const [linearity, pages] = [wants("linearity"), wants("pages")];
    add(await measureApp({ file, rows, again, second, undo, linearity, pages, keep, say }));
  }
  if (wants("lists")) add(await measureLists({ accounts: rows, keep, say }));
  if (wants("hash")) add(await measureHash({ keep, say }));
  if (wants("check")) {
    say("rollcall check beside papaparse");
    add({ ...noResults(), figures: await measureCheck(file, rows) });
  }
  if (wants("kill")) add(await killWorker({ file, rows, keep, say }));
  return results;
}
