/** Taking an import back, the undo of that, and rows that wait: what a person sees of each. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { violations } from "../app/axe";
import { openBrowser, picture, visitor } from "../app/browser";
import { admin } from "../app/global-setup";
import { dropFile, openReview, signIn } from "../pages/console";

let browser: Browser;
let page: Page;
let troubles: string[];
const baseURL = inject("appUrl");

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, troubles } = await visitor(browser, { baseURL }));
  await signIn(page, admin);
});
afterAll(() => browser.close());

const seen = (words: string | RegExp) => page.getByText(words).first().waitFor();
const heading = (name: string | RegExp) => page.getByRole("heading", { name }).waitFor();
const press = (name: string | RegExp) => page.getByRole("button", { name }).first().click();

test("an import is taken back, and the undo is taken back", async () => {
  const lines = [
    "Email,Full Name,Department,Group",
    "un1@undo.example,Undo One,Harbour of undo,Ferries of undo",
    "un2@undo.example,Undo Two,Harbour of undo,Ferries of undo",
    "not an address,Undo Three,Harbour of undo,Ferries of undo",
  ];
  await dropFile(page, "undo.csv", `${lines.join("\r\n")}\r\n`);
  await openReview(page);
  await press(/^Create 2 accounts/);
  await heading("2 accounts created");
  await seen(/1 row waits/);

  await press("Undo this import");
  const question = page.getByRole("alertdialog");
  await question.getByText("2 accounts that it made are removed.").waitFor();
  await question.getByText("1 group that it made and nobody uses goes.").waitFor();
  expect(await violations(page)).toEqual([]);
  await picture(page, "undo-question");
  await question.getByRole("button", { name: "Take back 2 accounts" }).click();
  await heading("2 accounts taken back");
  await seen("2 accounts removed");
  expect(await violations(page)).toEqual([]);
  await picture(page, "undo-done");
  await page.goto("/users?search=undo.example");
  await seen("No user matches");

  await page.goBack();
  await page.getByRole("link", { name: "The whole record" }).click();
  await page.getByRole("link", { name: /^Rows/ }).click();
  await seen("un1@undo.example");
  expect(await violations(page)).toEqual([]);
  await picture(page, "undo-record");

  await press("Undo this undo");
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /^Take back/ })
    .click();
  await heading("2 accounts taken back");
  await page.goto("/users?search=undo.example");
  await seen("un2@undo.example");
  expect(troubles).toEqual([]);
});

test("rows that wait are corrected and brought in later", async () => {
  const lines = ["Email,Full Name", "wait1@undo.example,Wait One", "wait2undo.example,Wait Two"];
  await dropFile(page, "waiting.csv", `${lines.join("\r\n")}\r\n`);
  await openReview(page);
  await press(/^Create 1 account/);
  await heading("1 account created");
  await press(/^Correct (it|them) now/);
  await page.getByRole("row").filter({ hasText: "wait2undo.example" }).waitFor();
  await page.getByRole("gridcell").filter({ hasText: "wait2undo.example" }).first().click();
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("wait2@undo.example");
  await page.keyboard.press("Tab");
  await press(/^Create 1 account/);
  await heading("1 account created");
  await seen("Carries on the rows that waited");
  expect(troubles).toEqual([]);
});
