/**
 * What no page of ours ever sends: text that cannot be stored, numbers beyond an integer, other people's imports, foreign pages.
 * Each must be refused in words, never with an error of the database; and the way in for corrected files as strangers meet it.
 */
import type { APIResponse, Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser, visitor } from "../app/browser";
import { admin } from "../app/global-setup";
import { dropFile, openReview, signIn } from "../pages/console";

let browser: Browser;
let page: Page;
let importId: string;
const baseURL = inject("appUrl");
const domain = "hostile.example";
const file = `Email,Full Name,Send email\r\nann@${domain},,Yes\r\nbob@${domain},Bob Birch,Maybe\r\n`;

beforeAll(async () => {
  browser = await openBrowser();
  ({ page } = await visitor(browser, { baseURL }));
  await signIn(page, admin);
  await dropFile(page, "hostile.csv", file);
  await openReview(page);
  await page.getByRole("grid").waitFor();
  importId = /\/imports\/([^/?#]+)/.exec(page.url())?.[1] ?? "";
});
afterAll(() => browser.close());

const own = { origin: new URL(baseURL).origin };
const half = String.fromCharCode(0xd83d);
const tooLarge = 2_147_483_648;
const everyRow = { filter: { outcomes: [], search: null, cause: null } };

async function call(name: string, input: unknown, kind: "query" | "mutation"): Promise<APIResponse> {
  const data = { json: input };
  return kind === "query"
    ? page.request.get(`/api/trpc/${name}?input=${encodeURIComponent(JSON.stringify(data))}`)
    : page.request.post(`/api/trpc/${name}`, { data, headers: own });
}

/** Refused as the caller's fault, and with nothing of the database in it. */
async function expectRefused(answer: APIResponse, statuses: readonly number[] = [400, 422]): Promise<void> {
  const text = await answer.text();
  expect(statuses, text).toContain(answer.status());
  expect(text).not.toMatch(/went wrong|prisma|postgres|invalid byte|out of range/i);
}

const step = (value: string, rowNo = 1) => ({ kind: "cell", rowNo, column: 1, value });
const search = (text: string) => ({ filter: { outcomes: [], search: text, cause: null } });
const fill = (rows: unknown) => ({ kind: "fill", column: 1, value: "x", rows });
const rowsQuery = { outcomes: [], search: "", limit: 10 };

describe("what cannot be stored, or counted to", () => {
  const edits: [string, unknown][] = [
    ["a value with U+0000", step("a\u0000b")],
    ["half a letter", step(`a${half}`)],
    ["a row beyond an integer", step("a", tooLarge)],
    ["a row named beyond an integer", fill({ rowNos: [tooLarge] })],
    ["a search with U+0000", fill(search("a\u0000"))],
    ["a cause with U+0000", fill({ filter: { outcomes: [], search: null, cause: "a\u0000" } })],
    ["a fix of a cause with U+0000", { kind: "fix", cause: "a\u0000" }],
    [
      "a text to find with U+0000",
      {
        ...{ kind: "replace", column: 1, find: "\u0000", replace: half, rows: everyRow },
        matchCase: true,
        wholeCell: true,
      },
    ],
  ];
  test.each(edits)("as an edit and its preview: %s", async (_, asked) => {
    await expectRefused(await call("imports.edit", { importId, step: asked }, "mutation"));
    await expectRefused(await call("imports.previewEdit", { importId, step: asked }, "query"));
  });

  const queries: [string, string, unknown][] = [
    ["rows found by", "imports.rows", { ...rowsQuery, search: "a\u0000" }],
    ["rows of a cause", "imports.rows", { ...rowsQuery, cause: "a\u0000|b|" }],
    ["rows after", "imports.rows", { ...rowsQuery, cursor: tooLarge }],
    ["rows before", "imports.rows", { ...rowsQuery, before: tooLarge }],
    ["rows at", "imports.rows", { ...rowsQuery, position: tooLarge }],
    ["rows of an undo", "imports.undoRows", { limit: 10, cursor: tooLarge }],
    ["people found by", "people.list", { search: "a\u0000", limit: 10 }],
    ["people found by half a letter", "people.list", { search: half, limit: 10 }],
    ["everything found by", "shell.search", { query: "a\u0000" }],
  ];
  test.each(queries)("as a question: %s", async (_, name, asked) => {
    const input = name.startsWith("imports.") ? { importId, ...(asked as object) } : asked;
    await expectRefused(await call(name, input, "query"), [400, 404, 422]);
  });

  test.each([
    ["an export", "/api/exports?search=%00"],
    ["the audit log", "/api/audit?subjectId=%00"],
  ])("as a link: %s", async (_, link) => {
    await expectRefused(await page.request.get(link));
  });
});

describe("a corrected file", () => {
  const send = (id: string, body: string | Buffer, query = "?name=fixed.csv", headers = own) =>
    page.request.post(`/api/imports/${id}/corrections${query}`, {
      data: typeof body === "string" ? Buffer.from(body) : body,
      headers: { "content-type": "application/octet-stream", ...headers },
    });
  const corrected = async (): Promise<string> =>
    (await page.request.get(`/api/imports/${importId}/corrections`)).text();
  const unchanged = async () =>
    expect(await (await call("imports.edits", { importId }, "query")).text()).not.toContain("fixed.csv");

  test("from nobody is refused, and nobody gets the rows", async () => {
    const { page: stranger } = await visitor(browser, { baseURL });
    const posted = await stranger.request.post(`/api/imports/${importId}/corrections`, {
      data: file,
      headers: own,
    });
    expect(posted.status()).toBe(401);
    const got = await stranger.request.get(`/api/imports/${importId}/corrections`);
    expect(got.status()).toBe(401);
    expect(await got.text()).not.toContain(domain);
    await stranger.context().close();
  });

  test("from another site's page is refused", async () => {
    expect((await send(importId, file, "", { origin: "https://elsewhere.example" })).status()).toBe(403);
  });

  test.each(["0", "99999999", "99999999999999999999999", "abc", "%00", "..%2F..%2Fetc"])(
    "for an import that is none (%s) is not found",
    async (id) => {
      await expectRefused(await send(id, file), [400, 404]);
    },
  );

  test("of another import is refused, and says which", async () => {
    const text = (await corrected()).replaceAll(/of import \d+/g, "of import 4711");
    const answer = await send(importId, text);
    expect(answer.status()).toBe(422);
    expect(await answer.text()).toContain("belongs to IMP-4711");
    await unchanged();
  });

  test.each([
    ["of a row that is none", (text: string) => text.replace(/row \d+ of/, "row 999999999 of")],
    ["of a row beyond any number", (text: string) => text.replace(/row \d+ of/, "row 99999999999 of")],
    ["with the same row twice", (text: string) => text.replaceAll(/row \d+ of/g, "row 1 of")],
    ["of other columns", () => "A,B,C\r\n1,2,3\r\n"],
    ["that is empty", () => ""],
    ["that is no text", () => "\u0000\u0001\u0002\u0000"],
    ["with a quote that never ends", (text: string) => `${text}"never`],
  ])("%s is refused in words, and nothing of it is merged", async (_, spoil) => {
    await expectRefused(await send(importId, spoil(await corrected())), [422]);
    await unchanged();
  });

  test("whose name is hostile is merged under a harmless one, with what cannot be stored left out of its cells", async () => {
    const text = (await corrected()).replace(/(ann@[^,]*),/, "$1,Ann\u0000 Alder");
    const answer = await send(importId, text, `?name=${encodeURIComponent("\u202e<b>\u0000../fixed.csv")}`);
    expect(await answer.text()).not.toMatch(/went wrong/i);
    expect([200, 422]).toContain(answer.status());
    expect(await (await call("imports.edits", { importId }, "query")).text()).not.toMatch(/[\p{Cf}]/u);
  });
});
