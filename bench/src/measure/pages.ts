/**
 * How fast pages of a big import and of a big organisation come, over HTTP, one after the other: of a file that waits for
 * review, some of whose rows are wrong and some of which change people, and of the users.
 */
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser } from "../app/browser";
import { askOne, withClient } from "../app/sql";
import type { PageFigure } from "../report/figure";
import { uploadFile, waitFor } from "./run-import";

const asked = 60;
const warmUp = 5;
/** pages of 200 that are turned to get deep into the list of users */
const deepest = 250;
/** imports of fewer rows have no index of their own */
const indexedFrom = 20_000;

/** `file`: who is in the organisation; of it the reviewed one is made. */
export async function measurePages(
  browser: Browser,
  { file, rows, url }: { file: string; rows: number; url: string },
): Promise<{ importId: string; figures: PageFigure[] }> {
  const importId = await uploadFile(browser, await makeReviewedFile(file), { mode: "upsert" });
  await waitFor(browser, importId, "READY");
  if (rows >= indexedFrom) await untilIndexed(url, importId);
  const deep = await turnPages(browser, Math.min(deepest, Math.floor(rows / 400)));
  const figures: PageFigure[] = [];
  for (const [name, procedure, input] of questions(importId, rows, deep)) {
    figures.push(
      await time(name, () => browser.query(procedure, Object.keys(input).length === 0 ? undefined : input)),
    );
  }
  return { importId, figures };
}

const lastSeen = { by: "lastSeen", direction: "desc" };
const created = { by: "created", direction: "asc" };

type Question = [name: string, procedure: string, input: object];

function questions(
  importId: string,
  rows: number,
  deep: { cursor: string | null; turned: number },
): Question[] {
  const review = { importId, limit: 100, partial: true };
  // As the console asks them.
  const users = { limit: 100, partial: true };
  return [
    ["review: first page", "imports.rows", review],
    ["review: from nine tenths on", "imports.rows", { ...review, after: Math.floor(rows * 0.9) }],
    ["review: upwards from the end", "imports.rows", { ...review, before: rows + 1 }],
    ["review: only changes", "imports.rows", { ...review, outcomes: ["update"] }],
    [
      "review: changes, to the middle",
      "imports.rows",
      { ...review, outcomes: ["update"], position: rows / 20 },
    ],
    ["review: only rows with problems", "imports.rows", { ...review, outcomes: ["problem"] }],
    ["review: of one cause", "imports.rows", { ...review, cause: "email.invalid|email|" }],
    ["review: search", "imports.rows", { ...review, search: "mehta" }],
    ["review: search, two letters", "imports.rows", { ...review, search: "zq" }],
    ["review: search, every row", "imports.rows", { ...review, search: "department" }],
    ["review: search, one row", "imports.rows", { ...review, search: `.${(rows - 7).toString(36)}@` }],
    ["review: search, nothing", "imports.rows", { ...review, search: "nobodyatall" }],
    ["review: search among changes", "imports.rows", { ...review, search: "mehta", outcomes: ["update"] }],
    ["review: search among problems", "imports.rows", { ...review, search: "mehta", outcomes: ["problem"] }],
    ["review: causes", "imports.causes", { importId }],
    ["users: first page", "people.list", users],
    [
      `users: after ${deep.turned.toLocaleString("en")} others`,
      "people.list",
      { ...users, cursor: deep.cursor },
    ],
    ["users: by last seen", "people.list", { ...users, sort: lastSeen }],
    [
      "users: of a department, by last seen",
      "people.list",
      { ...users, filters: { departmentId: "7" }, sort: lastSeen },
    ],
    [
      "users: of a group, by last seen",
      "people.list",
      { ...users, filters: { groupId: "7" }, sort: lastSeen },
    ],
    [
      "users: invited, by created",
      "people.list",
      { ...users, filters: { status: "invited" }, sort: created },
    ],
    ["users: search, one letter", "people.list", { ...users, search: "m" }],
    ["users: search, two letters, by last seen", "people.list", { ...users, search: "me", sort: lastSeen }],
    ["users: search, many hits", "people.list", { ...users, search: "mehta" }],
    ["users: search, everybody", "people.list", { ...users, search: "haldenmoor" }],
    ["users: search, two words", "people.list", { ...users, search: "priya mehta" }],
    ["users: search, nothing", "people.list", { ...users, search: "nobodyatall" }],
    ["users: of one import", "people.list", { ...users, filters: { importId: "1" } }],
    ["command menu", "shell.search", { query: "me" }],
    ["groups", "organisation.groups", { limit: 50 }],
    ["departments", "organisation.departments", { limit: 50 }],
    ["mail", "mail.list", { limit: 50 }],
    ["mail: tabs", "mail.summary", {}],
    ["audit log", "audit.list", { limit: 50 }],
    ["imports", "imports.list", { limit: 50 }],
    ["an import's record", "imports.get", { importId: "1" }],
    ["overview", "organisation.overview", { days: 30 }],
    ["counts of the navigation", "shell.counts", {}],
  ];
}

/** The same people: every hundredth address is none any more, and every tenth person moves to another department. */
async function makeReviewedFile(file: string): Promise<string> {
  const path = file.replace(/\.csv$/, "-reviewed.csv");
  if (existsSync(path)) return path;
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  await pipeline(Readable.from(changed(lines)), createWriteStream(`${path}.half`));
  await rename(`${path}.half`, path);
  return path;
}

async function* changed(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let row = 0;
  for await (const line of lines) {
    if (row > 0 && row % 100 === 0) yield `${line.replace("@", " at ")}\n`;
    else if (row % 10 === 3) yield `${line.replace(/,Department \d+,/, ",Department 7,")}\n`;
    else yield `${line}\n`;
    row += 1;
  }
}

/** The worker makes it beside everything else, once the import has waited for a moment. */
async function untilIndexed(url: string, importId: string): Promise<void> {
  await withClient(url, async (client) => {
    const question = "SELECT indexed_at IS NOT NULL AS stands FROM import WHERE id = $1";
    while (!(await askOne<{ stands: boolean }>(client, question, [importId])).stands) await pause(100);
  });
}

async function time(name: string, ask: () => Promise<unknown>): Promise<PageFigure> {
  for (let round = 0; round < warmUp; round += 1) await ask();
  const times: number[] = [];
  for (let round = 0; round < asked; round += 1) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.ceil(share * times.length) - 1] ?? NaN;
  return { name, asked, p50: at(0.5), p95: at(0.95) };
}

/** Turns pages of the list of users, by name. */
async function turnPages(
  browser: Browser,
  pages: number,
): Promise<{ cursor: string | null; turned: number }> {
  let cursor: string | null = null;
  let turned = 0;
  for (let page = 0; page < pages; page += 1) {
    const said = (await browser.query("people.list", { limit: 200, cursor })) as {
      items: unknown[];
      nextCursor: string | null;
    };
    if (said.nextCursor === null) break;
    cursor = said.nextCursor;
    turned += said.items.length;
  }
  return { cursor, turned };
}
