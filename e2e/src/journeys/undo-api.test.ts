/** The undo over HTTP: rows outside the file have numbers below zero, which a border could refuse though the use case does not. */
import type { APIRequestContext, Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openBrowser, visitor } from "../app/browser";
import { admin } from "../app/global-setup";
import { signIn } from "../pages/console";

let browser: Browser;
let request: APIRequestContext;
const baseURL = inject("appUrl");
const headers = { origin: baseURL };

beforeAll(async () => {
  browser = await openBrowser();
  const { page } = await visitor(browser, { baseURL });
  await signIn(page, admin);
  request = page.request;
});
afterAll(() => browser.close());

interface Answer {
  result?: { data: { json: unknown } };
  error?: unknown;
}

async function ask<T>(procedure: string, input: unknown, how: "query" | "mutation"): Promise<T> {
  const json = { json: input };
  const answer =
    how === "query"
      ? await request.get(`/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(json))}`)
      : await request.post(`/api/trpc/${procedure}`, { data: json, headers });
  const said = (await answer.json()) as Answer;
  if (said.result === undefined) throw new Error(`${procedure}: ${JSON.stringify(said.error)}`);
  return said.result.data.json as T;
}

interface Record {
  id: string;
  status: string;
  fingerprint: string | null;
  undo: unknown;
}

async function until(importId: string, status: string): Promise<Record> {
  await expect
    .poll(async () => (await ask<Record>("imports.get", { importId }, "query")).status, { timeout: 30_000 })
    .toBe(status);
  return ask<Record>("imports.get", { importId }, "query");
}

/** Sent as the page sends it, confirmed, carried out. */
async function carryOut(lines: string[], options: object): Promise<string> {
  const data = Buffer.from(`${["Email,Full Name,Group", ...lines].join("\r\n")}\r\n`);
  const told = {
    ...{ fileName: "crew.csv", bytes: data.length, sha256: null },
    options: { mail: "never", hold: true, ...options },
  };
  const announcement = Buffer.from(JSON.stringify(told)).toString("base64url");
  const sent = await request.post("/api/imports", {
    data,
    headers: { ...headers, "content-type": "text/csv", "x-rollcall-import": announcement },
  });
  expect(sent.status()).toBe(201);
  const { importId: id } = (await sent.json()) as { importId: string };
  const { fingerprint } = await until(id, "READY");
  await ask("imports.confirm", { importId: id, fingerprint }, "mutation");
  await until(id, "COMPLETED");
  return id;
}

interface Rows {
  rows: { rowNo: number; email: string; heap: string }[];
  nextCursor: number | null;
}

async function everyRow(procedure: string, importId: string): Promise<Rows["rows"]> {
  const rows: Rows["rows"] = [];
  for (let cursor: number | null = null; ;) {
    const page: Rows = await ask(procedure, { importId, limit: 2, cursor }, "query");
    rows.push(...page.rows);
    if (page.nextCursor === null) return rows;
    cursor = page.nextCursor;
  }
}

test("leavers of a member list are paged, chosen, taken back, and their undo is paged again", async () => {
  const people = [1, 2, 3, 4, 5, 6].map((at) => `crew${String(at)}@crew.example`);
  const line = (email: string) => `${email},${email.split("@")[0] ?? ""},Night crew`;
  await carryOut(people.map(line), {});
  const stay = people.slice(0, 1).map(line);
  const listed = await carryOut(stay, { mode: "upsert", groupMode: "replace", groups: ["Night crew"] });

  const rows = await everyRow("imports.undoRows", listed);
  const left = rows.filter(({ rowNo }) => rowNo < 0);
  expect(left.map(({ email }) => email).sort()).toEqual(people.slice(1));
  expect(rows.map(({ rowNo }) => rowNo)).toEqual(rows.map(({ rowNo }) => rowNo).toSorted((a, b) => a - b));

  const rowNos = left.slice(1, 3).map(({ rowNo }) => rowNo);
  const preview = await ask("imports.undoPreview", { importId: listed, rowNos }, "query");
  expect(preview).toMatchObject({ restored: 2, removed: 0, kept: 0, gone: 0, lacking: 0 });
  const some = await ask<Record>("imports.undo", { importId: listed, rowNos }, "mutation");
  expect((await until(some.id, "COMPLETED")).undo).toMatchObject({ restored: 2 });
  const done = await everyRow("imports.undoneRows", some.id);
  expect(done.map(({ rowNo }) => rowNo)).toEqual(rowNos);

  // three are left, and those can be chosen by their heap
  const only = { heap: "restored", search: "crew.example" };
  const rest = await ask<Record>("imports.undo", { importId: listed, only }, "mutation");
  expect((await until(rest.id, "COMPLETED")).undo).toMatchObject({ restored: 3, kept: 0 });
});
