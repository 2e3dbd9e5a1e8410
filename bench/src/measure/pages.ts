/** How fast pages of a big import and of a big organisation come, over HTTP, one after the other. */
import type { Browser } from "../app/browser";
import type { PageFigure } from "../report/figure";

const asked = 60;
const warmUp = 5;
/** pages of 200 that are turned to get deep into the list of users */
const deepest = 250;

/** `rows`: of the import, which is completed. */
export async function measurePages(
  browser: Browser,
  { importId, rows }: { importId: string; rows: number },
): Promise<PageFigure[]> {
  const review = { importId, limit: 100 };
  const users = { limit: 50 };
  const deep = await turnPages(browser, Math.min(deepest, Math.floor(rows / 400)));
  const questions: [name: string, procedure: string, input: object][] = [
    ["review: first page", "imports.rows", review],
    ["review: from nine tenths on", "imports.rows", { ...review, after: Math.floor(rows * 0.9) }],
    ["review: only new", "imports.rows", { ...review, outcomes: ["create"] }],
    ["review: only rows with problems", "imports.rows", { ...review, outcomes: ["problem"] }],
    ["review: search", "imports.rows", { ...review, search: "mehta" }],
    ["review: causes", "imports.causes", { importId }],
    ["users: first page", "people.list", users],
    [
      `users: after ${deep.turned.toLocaleString("en")} others`,
      "people.list",
      { ...users, cursor: deep.cursor },
    ],
    ["users: by last seen", "people.list", { ...users, sort: { by: "lastSeen", direction: "desc" } }],
    ["users: search, many hits", "people.list", { ...users, search: "mehta" }],
    ["users: search, two words", "people.list", { ...users, search: "priya mehta" }],
    ["users: search, nothing", "people.list", { ...users, search: "nobodyatall" }],
    ["users: of one import", "people.list", { ...users, filters: { importId } }],
    ["counts of the navigation", "shell.counts", {}],
  ];
  const figures: PageFigure[] = [];
  for (const [name, procedure, input] of questions) {
    figures.push(
      await time(name, () => browser.query(procedure, Object.keys(input).length === 0 ? undefined : input)),
    );
  }
  return figures;
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
