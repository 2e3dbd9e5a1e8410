/** Taking an import back, the undo of that, and rows that wait: what a person sees of each. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { violations } from "../app/axe";
import { desktop, openBrowser, phone, picture, visitor } from "../app/browser";
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

  await page.getByRole("link", { name: "Undo this import" }).click();
  await heading("Take back undo.csv?");
  await seen("2 accounts are removed.");
  await seen("1 group and 1 department that it made are empty then and are deleted, too.");
  await page.getByRole("row").filter({ hasText: "un2@undo.example" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await picture(page, "undo-question");
  await page.emulateMedia({ colorScheme: "dark" });
  await picture(page, "undo-question-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(phone);
  await seen("2 accounts are removed.");
  expect(await violations(page)).toEqual([]);
  const tick = page.getByRole("checkbox", { name: "Choose Undo One" });
  await tick.click();
  await seen("Of what is chosen: 1 account is removed.");
  expect(await violations(page)).toEqual([]);
  await picture(page, "undo-question-phone");
  await tick.click();
  await seen(/^2 accounts are removed\./);
  await page.setViewportSize(desktop);
  await press("Take back 2 accounts");
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

  await page.getByRole("link", { name: "Undo this undo" }).click();
  await seen("2 accounts go back to before.");
  await press(/^Bring back 2/);
  await heading("2 accounts brought back");
  await page.goto("/users?search=undo.example");
  await seen("un2@undo.example");

  // The import stands again, says nothing of having been taken back, and can be once more.
  await page.goto("/imports");
  await page.getByRole("link", { name: "undo.csv", exact: true }).first().click();
  await heading("2 accounts created");
  await page.getByRole("link", { name: "Undo this import" }).waitFor();
  expect(await page.getByText("This import was taken back").count()).toBe(0);
  await page.setViewportSize(phone);
  await picture(page, "undo-done-phone");
  await page.getByRole("link", { name: "The whole record" }).click();
  await heading(/IMP-\d+ undo\.csv/);
  expect(await violations(page)).toEqual([]);
  await press("More");
  await page.getByRole("menuitem", { name: "Undo this import" }).waitFor();
  await picture(page, "undo-record-phone");
  await page.getByRole("menuitem", { name: "Undo this import" }).click();
  await seen("2 accounts are removed.");
  await page.setViewportSize(desktop);
  expect(troubles).toEqual([]);
});

test("what each value of an account comes from is told, with the line of the file", async () => {
  const file = "Email,Full Name,Department\r\nline@undo.example,Lina Line,Harbour of lines\r\n";
  await dropFile(page, "hr-june.csv", file);
  await openReview(page);
  await press(/^Create 1 account/);
  await heading("1 account created");
  await page.goto("/users?search=line@undo.example");
  await page.getByRole("link", { name: "Lina Line" }).click();
  await page.getByRole("button", { name: "Who set each value" }).press("Enter");
  const link = page.getByRole("link", { name: /^IMP-\d+, line 2, hr-june\.csv$/ });
  await link.last().scrollIntoViewIfNeeded();
  expect(await violations(page)).toEqual([]);
  await picture(page, "lineage");
  await page.setViewportSize(phone);
  await link.last().scrollIntoViewIfNeeded();
  await picture(page, "lineage-phone");
  await page.setViewportSize(desktop);
  await link.first().click();
  await page.getByRole("row").filter({ hasText: "line@undo.example" }).waitFor();
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

test("some of an import are taken back: what is chosen survives a reload, by keyboard alone", async () => {
  const people = ["Ada", "Bea", "Cleo", "Dora"].map(
    (name, at) => `so${String(at + 1)}@some.example,${name} Some`,
  );
  await dropFile(page, "some.csv", `${["Email,Full Name", ...people].join("\r\n")}\r\n`);
  await openReview(page);
  await press(/^Create 4 accounts/);
  await heading("4 accounts created");
  await page.getByRole("link", { name: "Undo this import" }).focus();
  await page.keyboard.press("Enter");
  await seen("4 accounts are removed.");
  await page.getByRole("row").filter({ hasText: "so4@some.example" }).waitFor();

  // One is ticked, and a reload asks the same.
  await page.getByRole("row").filter({ hasText: "so1@some.example" }).focus();
  await page.keyboard.press("x");
  await seen("Of what is chosen: 1 account is removed.");
  await page.reload();
  await seen("Of what is chosen: 1 account is removed.");
  expect(await violations(page)).toEqual([]);
  await picture(page, "undo-ticked");
  await page.getByRole("button", { name: "Untick all of them" }).press("Enter");
  await seen(/^4 accounts are removed\./);

  // Those of a search.
  await page.getByRole("searchbox", { name: "Search accounts" }).fill("Bea");
  await page.getByRole("button", { name: "Take back only these" }).press("Enter");
  await seen("Of what is chosen: 1 account is removed.");
  await page.getByRole("button", { name: "Take back 1 account" }).press("Enter");
  await heading("1 account taken back");
  await page.goto("/users?search=some.example");
  await seen("so1@some.example");
  expect(await page.getByText("so2@some.example").count()).toBe(0);

  // The rest stays to be taken back.
  await page.goto("/imports");
  await page.getByRole("link", { name: "some.csv", exact: true }).first().click();
  await seen("1 account of it was taken back");
  await page.getByRole("link", { name: "Undo the rest" }).click();
  await seen("3 accounts are removed.");
  await press("Take back 3 accounts");
  await heading("3 accounts taken back");
  expect(troubles).toEqual([]);
});
