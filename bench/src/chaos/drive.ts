/**
 * One import after the other through the whole of its life (upload, plan, confirm, commit, undo), whatever is killed meanwhile:
 * what fails because something is away is simply done again, as a person would.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser } from "../app/browser";
import { makeRandom, type Random } from "../people/random";
import { patiently } from "./patiently";

export interface Driven {
  imports: number;
  undone: number;
  /** uploads that ended cleanly failed because they were cut */
  refused: number;
  /** what ended otherwise than it should */
  faults: string[];
}

interface Seen {
  id: string;
  status: string;
  fingerprint: string | null;
  failure: string | null;
  /** it was given back to its review */
  objection: string | null;
  rows: number;
  summary: Record<string, number> | null;
  guard?: { number: number } | null;
}

export interface Drive {
  browser: Browser;
  password: string;
  folder: string;
  rows: number;
  seed: number;
  /** ends after the life that is under way */
  enough: () => boolean;
}

export async function drive(options: Drive): Promise<Driven> {
  const random = makeRandom(options.seed);
  const driven: Driven = { imports: 0, undone: 0, refused: 0, faults: [] };
  for (let round = 1; !options.enough(); round += 1) {
    const file = join(options.folder, `round-${String(round)}.csv`);
    await writeFile(file, makeFile(random, options.rows));
    const staged = await upload(options.browser, file);
    if (staged === null) {
      driven.refused += 1;
      await pause(500); // nobody presses again at once, and what is away has to come back
      continue;
    }
    await carryOut(options, staged, driven, random.chance(0.7)).catch((error: unknown) => {
      driven.faults.push(`import ${staged}: ${String(error)}`);
    });
  }
  return driven;
}

/** Half of the people exist after a while; some get a mail, a few a password. */
function makeFile(random: Random, rows: number): string {
  const lines = ["Email,Full Name,Password,Department,Send email,Group,Group"];
  const taken = new Set<number>();
  while (taken.size < rows) taken.add(random.int(rows * 3));
  for (const person of taken) {
    const password = random.chance(0.003) ? `a long enough secret ${String(random.int(1e9))}` : "";
    const mail = random.chance(0.05) ? "Yes" : "";
    const groups = `Team ${String(random.int(40))},${random.chance(0.5) ? `Site ${String(random.int(12))}` : ""}`;
    lines.push(
      `person${String(person)}@chaos.example,Person ${String(random.int(1e6))},${password},Department ${String(random.int(30))},${mail},${groups}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** The import's id; null when the upload was cut. The half of it that arrived ends by itself. */
async function upload(browser: Browser, file: string): Promise<string | null> {
  try {
    const arrival = (await browser.upload(file, { mode: "upsert" })) as { importId: string; status: string };
    return arrival.status === "FAILED" ? null : arrival.importId;
  } catch {
    return null;
  }
}

async function carryOut(
  { browser, password }: Drive,
  importId: string,
  driven: Driven,
  undo: boolean,
): Promise<void> {
  const planned = await until(browser, importId, ["READY", "FAILED"]);
  if (planned.status === "FAILED") {
    driven.faults.push(`import ${importId} failed: ${planned.failure ?? ""}`);
    return;
  }
  await patiently(() => confirm(browser, importId, password));
  const ended = await until(browser, importId, ["COMPLETED", "FAILED"]);
  driven.imports += 1;
  const counted = Object.values(ended.summary ?? {}).reduce((sum, count) => sum + count, 0);
  if (ended.status !== "COMPLETED" || counted !== ended.rows) {
    driven.faults.push(
      `import ${importId} ended as ${ended.status} with ${String(counted)} of ${String(ended.rows)} rows: ${ended.failure ?? ended.objection ?? ""}`,
    );
    return;
  }
  if (!undo) return;
  const undoing = await patiently(() => takeBack(browser, importId, password));
  const taken = await until(browser, undoing, ["COMPLETED", "FAILED"]);
  if (taken.status === "COMPLETED") driven.undone += 1;
  else driven.faults.push(`the undo of ${importId} ended as ${taken.status}: ${taken.failure ?? ""}`);
}

function until(browser: Browser, importId: string, statuses: readonly string[]): Promise<Seen> {
  return patiently(async () => {
    const seen = await get(browser, importId);
    if (statuses.includes(seen.status) || seen.objection !== null) return seen;
    throw new Error(`import ${importId} is still ${seen.status}`);
  });
}

async function get(browser: Browser, importId: string): Promise<Seen> {
  return (await browser.query("imports.get", { importId })) as Seen;
}

/** An answer that got lost is no reason to press twice: looks first. */
async function confirm(browser: Browser, importId: string, password: string): Promise<void> {
  const { status, fingerprint, guard } = await get(browser, importId);
  if (status !== "READY") return;
  await browser.mutate("imports.confirm", {
    importId,
    fingerprint: fingerprint ?? "",
    ...(guard ? { typed: guard.number, password } : {}),
  });
}

/** The id of the import that takes it back; over a limit with the number and the password, as confirming is. */
async function takeBack(browser: Browser, importId: string, password: string): Promise<string> {
  const { undoneBy } = (await browser.query("imports.get", { importId })) as {
    undoneBy: { id: string } | null;
  };
  if (undoneBy !== null) return undoneBy.id;
  const { fingerprint, guard } = (await browser.query("imports.undoPreview", { importId })) as {
    fingerprint: string;
    guard: { number: number } | null;
  };
  const undoing = (await browser.mutate("imports.undo", {
    ...{ importId, fingerprint },
    ...(guard ? { typed: guard.number, password } : {}),
  })) as { id: string };
  return undoing.id;
}
