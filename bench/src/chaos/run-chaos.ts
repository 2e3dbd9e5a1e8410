/** Puts the parts together: an app on a place of its own, somebody who imports, and somebody who kills. */
import { setTimeout as pause } from "node:timers/promises";
import { openBrowser } from "../app/browser";
import { openPlace, type Place } from "../app/open-place";
import { startApp } from "../app/start-app";
import { startWorker } from "../app/start-worker";
import { makeRandom, type Random } from "../people/random";
import type { ChaosPlan } from "./arguments";
import { checkInvariants } from "./check-invariants";
import { drive, type Driven } from "./drive";
import { lookAtWork, shuffle, strike, type FaultKind, type Victims } from "./faults";
import { mountSmallDisk, type SmallDisk } from "./full-disk";
import { patiently } from "./patiently";

export interface ChaosResult {
  passed: number;
  failures: string[];
}

type Say = (line: string) => void;

export async function runChaos(plan: ChaosPlan, folder: string, say: Say): Promise<ChaosResult> {
  const result: ChaosResult = { passed: 0, failures: [] };
  const blows = Object.values(plan.faults).reduce((sum, count) => sum + count, 0);
  const part = (what: string, work: Promise<void>) =>
    work.catch((error: unknown) => {
      result.failures.push(`${what}: ${String(error)}`);
    });
  if (blows > 0) await part("blows", underBlows(plan, folder, result, say));
  for (let round = 1; round <= plan.fullDisks; round += 1) {
    await part("full disk", onFullDisk(plan, round, folder, result, say));
  }
  return result;
}

async function underBlows(plan: ChaosPlan, folder: string, result: ChaosResult, say: Say): Promise<void> {
  const random = makeRandom(plan.seed);
  const victims = await start({ say });
  const state = { over: false };
  const driving = drive({
    browser: victims.browser,
    password: victims.app.password,
    folder,
    rows: plan.rows,
    seed: plan.seed + 1,
    enough: () => state.over,
  }).finally(() => (state.over = true));
  driving.catch(() => undefined); // awaited below
  const struck = new Map<string, number>();
  let last = "";
  for (const kind of shuffle(plan.faults, random)) {
    if (state.over) break;
    await untilMoved(victims.place, last);
    await pause(random.int(1_500));
    last = await blow(kind, victims, random, { struck, result, say });
  }
  state.over = true;
  await judgeEnd(victims.place, await driving, result, say);
  for (const [what, times] of [...struck].sort((a, b) => b[1] - a[1])) say(`  ${String(times)} × ${what}`);
  await victims.worker.stop();
  await victims.app.stop();
}

interface Telling {
  struck: Map<string, number>;
  result: ChaosResult;
  say: Say;
}

async function blow(
  kind: FaultKind,
  victims: Victims,
  random: Random,
  { struck, result, say }: Telling,
): Promise<string> {
  const work = await patiently(() => lookAtWork(victims.place));
  const what = `${kind} while ${work}`;
  struck.set(what, (struck.get(what) ?? 0) + 1);
  const began = performance.now();
  try {
    await strike(kind, victims, random);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    note(result, what, await patiently(() => checkInvariants(victims.place.databaseUrl, false)));
    say(`${what}: back after ${seconds} s`);
  } catch (error) {
    result.failures.push(`${what}: ${String(error)}`);
    say(`${what}: ${String(error)}`);
  }
  return work;
}

/** Most to be waited for, so that nobody is only ever killed before he can begin; milliseconds. */
const longestStep = 15_000;

/** Until something else is under way than at the last blow. */
async function untilMoved(place: Place, last: string): Promise<void> {
  const began = performance.now();
  while (performance.now() - began < longestStep) {
    if ((await patiently(() => lookAtWork(place))) !== last) return;
    await pause(100);
  }
}

function note(result: ChaosResult, what: string, broken: Awaited<ReturnType<typeof checkInvariants>>): void {
  if (broken.length === 0) result.passed += 1;
  for (const { rule, times, example } of broken) {
    result.failures.push(`${what}: ${rule} (${String(times)} ×, such as ${example ?? "–"})`);
  }
}

/** Everybody ended well, and nothing is left unfinished. */
async function judgeEnd(place: Place, driven: Driven, result: ChaosResult, say: Say): Promise<void> {
  const { imports, undone, refused, faults } = driven;
  say(`${String(imports)} imports ended, ${String(undone)} undone, ${String(refused)} uploads cut`);
  result.passed += imports + undone;
  result.failures.push(...faults);
  if (imports === 0) result.failures.push("no import came to its end");
  // A cut upload is given up after a minute, and the last passwords take their time.
  const left = await patiently(async () => {
    const broken = await checkInvariants(place.databaseUrl, true);
    if (broken.length > 0)
      throw new Error(broken.map(({ rule, example }) => `${rule} (${example ?? ""})`).join("; "));
    return broken;
  }).catch((error: unknown) => {
    result.failures.push(`at the end: ${String(error)}`);
    return null;
  });
  if (left !== null) result.passed += 1;
}

async function onFullDisk(
  plan: ChaosPlan,
  round: number,
  folder: string,
  result: ChaosResult,
  say: Say,
): Promise<void> {
  const disk = await mountSmallDisk(700);
  if (disk === null) {
    say("a full disk needs a disk of its own to be mounted, which is not allowed here: left out");
    return;
  }
  const victims = await start({ say, within: disk.folder });
  const state = { over: false };
  const driving = drive({
    browser: victims.browser,
    password: victims.app.password,
    folder,
    rows: plan.rows * 10,
    seed: plan.seed + 100 + round,
    enough: () => state.over,
  });
  driving.catch(() => undefined); // awaited below
  await fillAndClear(disk, victims, { struck: new Map(), result, say });
  state.over = true;
  const driven = await driving;
  // An import that met the full disk may have failed, if it says so; what is on the disk must be whole.
  driven.faults = driven.faults.filter((fault) => !/ended as FAILED|failed:/.test(fault));
  driven.imports = Math.max(1, driven.imports);
  await judgeEnd(victims.place, driven, result, say);
  await victims.worker.stop();
  await victims.app.stop();
}

/** Full three times, for a while each, with ever less room. */
async function fillAndClear(disk: SmallDisk, victims: Victims, { result, say }: Telling): Promise<void> {
  for (const leave of [24, 8, 1]) {
    await pause(1_500);
    await disk.fill(leave);
    await pause(4_000);
    await disk.clear();
    await patiently(() => victims.browser.query("imports.list", { limit: 1 }));
    const what = `a disk with ${String(leave)} MiB left`;
    note(result, what, await patiently(() => checkInvariants(victims.place.databaseUrl, false)));
    say(`${what}: over`);
  }
}

async function start(options: { say: Say; within?: string }): Promise<Victims> {
  options.say("starting the app");
  const place = await openPlace({ keep: false, ...options });
  const app = await startApp(place.dataDir, "web");
  const worker = startWorker(place, app.url);
  const browser = await openBrowser(app.url, app.email, app.password);
  return { place, app, worker, browser };
}
