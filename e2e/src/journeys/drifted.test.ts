/** Accounts that somebody changes between the preview and the import: held, shown with both versions, dropped or carried on. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { violations } from "../app/axe";
import { desktop, openBrowser, phone, picture, visitor } from "../app/browser";
import { admin } from "../app/global-setup";
import { dropFile, openReview, signIn } from "../pages/console";

let browser: Browser;
let page: Page;
let troubles: string[];
let colleague: Page;
const baseURL = inject("appUrl");

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, troubles } = await visitor(browser, { baseURL }));
  await signIn(page, admin);
  ({ page: colleague } = await visitor(browser, { baseURL }));
  await signIn(colleague, admin);
});
afterAll(() => browser.close());

const names = ["Una", "Vera", "Wim"];
const file = (domain: string, department: string): string =>
  `${["Email,Full Name,Department,Group", ...names.map((name) => `${name}@${domain},${name} Drift,${department},Tugs of drift`)].join("\r\n")}\r\n`;
const seen = (words: string | RegExp, who = page) => who.getByText(words).first().waitFor();
const heading = (name: string | RegExp) => page.getByRole("heading", { name }).waitFor();
const press = (name: string | RegExp) => page.getByRole("button", { name }).first().click();
const held = () => page.getByRole("list").filter({ hasText: "Preview saw" }).getByRole("listitem");

/** The colleague renames somebody while the file is reviewed. */
async function rename(email: string, to: string): Promise<void> {
  await colleague.goto(`/users?search=${email}`);
  await colleague.getByRole("link", { name: /Drift/ }).first().click();
  await colleague.getByRole("button", { name: "Change Name", exact: true }).click();
  await colleague.getByLabel("Name", { exact: true }).fill(to);
  await colleague.keyboard.press("Enter");
  await colleague.getByRole("heading", { name: to }).waitFor();
}

/** Three people, of whom the colleague changes the first two between the preview and the button. */
async function drift(domain: string): Promise<void> {
  await dropFile(page, `${domain}-1.csv`, file(domain, "Quay of drift"));
  await openReview(page);
  await press(/^Create 3 accounts/);
  await heading("3 accounts created");
  await dropFile(page, `${domain}-2.csv`, file(domain, "Pier of drift"));
  await page.getByRole("radio", { name: /Overwrite/ }).check();
  await openReview(page);
  await page.getByRole("button", { name: /^Update 3 accounts/ }).waitFor();
  await rename(`una@${domain}`, "Una by Hand");
  await rename(`vera@${domain}`, "Vera by Hand");
  await press(/^Update 3 accounts/);
  await heading("1 account updated");
  await heading("Changed since the preview");
}

test("who changed meanwhile is held with both versions; one is dropped, by keyboard alone, then the rest", async () => {
  await drift("drop.example");
  await seen(/2 rows wait: carry them on/);
  expect(await held().count()).toBe(2);
  await seen("Quay of drift");
  await held().first().getByText("Una by Hand").waitFor();
  await seen("Pier of drift");
  expect(await violations(page)).toEqual([]);
  await picture(page, "drifted");
  await page.emulateMedia({ colorScheme: "dark" });
  await picture(page, "drifted-dark");
  await page.setViewportSize(phone);
  await heading("Changed since the preview");
  await page.getByRole("heading", { name: "Changed since the preview" }).scrollIntoViewIfNeeded();
  await picture(page, "drifted-phone-dark");
  await page.emulateMedia({ colorScheme: "light" });
  expect(await violations(page)).toEqual([]);
  await picture(page, "drifted-phone");
  await page.setViewportSize(desktop);

  await page.getByRole("checkbox", { name: /Choose line 2, una@drop\.example/i }).press("Space");
  await page.getByRole("button", { name: "Drop 1 row…" }).press("Enter");
  await page.getByRole("alertdialog").getByText("Its account stays as it is").waitFor();
  expect(await violations(page)).toEqual([]);
  await picture(page, "drifted-question");
  await page.keyboard.press("Escape");
  await page.getByRole("alertdialog").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Drop 1 row…" }).press("Enter");
  await page.getByRole("alertdialog").getByRole("button", { name: "Drop 1 row" }).press("Enter");
  await seen("1 row waits no more.");
  await held().filter({ hasText: "Dropped" }).waitFor();
  await seen(/1 row waits: carry it on/);

  await page.getByRole("button", { name: "Drop 1 row…" }).press("Enter");
  await page.getByRole("alertdialog").getByRole("button", { name: "Drop 1 row" }).press("Enter");
  await seen("None of them waits any more.");
  expect(await held().filter({ hasText: "Dropped" }).count()).toBe(2);
  expect(await page.getByRole("button", { name: /^(Drop|Carry on)/ }).count()).toBe(0);
  await picture(page, "drifted-dropped");

  await page.getByRole("link", { name: "The whole record" }).click();
  await seen("Line 2 dropped, changed since the preview.");
  expect(await violations(page)).toEqual([]);
  await picture(page, "drifted-record");
  await page.goto("/users?search=drop.example");
  await seen("Una by Hand");
  expect(await page.getByText("Una Drift").count()).toBe(0);
  expect(troubles).toEqual([]);
});

test("a strict import with one of them waits for its review again, says so, and goes in once it was previewed again", async () => {
  await dropFile(page, "strict-1.csv", file("strict.example", "Quay of drift"));
  await openReview(page);
  await press(/^Create 3 accounts/);
  await heading("3 accounts created");
  await dropFile(page, "strict-2.csv", file("strict.example", "Pier of drift"));
  await page.getByRole("radio", { name: /Overwrite/ }).check();
  await page.getByRole("switch", { name: /Strict/ }).click();
  await openReview(page);
  await page.getByRole("button", { name: /^Update 3 accounts/ }).waitFor();
  await rename("una@strict.example", "Una by Hand");
  await press(/^Update 3 accounts/);
  await seen("This import was confirmed and not carried out");
  await seen(/1 row is not as the preview saw it \(line 2\)/);
  await seen("Something is not as it was in this preview. Preview it again first.");
  expect(await violations(page)).toEqual([]);
  await picture(page, "objected");
  await page.emulateMedia({ colorScheme: "dark" });
  await picture(page, "objected-dark");
  await page.setViewportSize(phone);
  await seen("This import was confirmed and not carried out");
  await picture(page, "objected-phone-dark");
  await page.emulateMedia({ colorScheme: "light" });
  expect(await violations(page)).toEqual([]);
  await picture(page, "objected-phone");
  await page.setViewportSize(desktop);
  await page.getByRole("button", { name: "Preview again" }).press("Enter");
  await page.getByText("This import was confirmed and not carried out").waitFor({ state: "hidden" });
  await press(/^Update 3 accounts/);
  await heading("3 accounts updated");
  await page.getByRole("link", { name: "The whole record" }).click();
  await page.getByRole("link", { name: "History", exact: true }).click();
  await seen(/1 row is not as the preview saw it/);
  await picture(page, "objected-record");
  expect(troubles).toEqual([]);
});

test("all of them are carried on into a plan by what stands now", async () => {
  await drift("carry.example");
  await press("Carry on what waits");
  await press(/^Update 2 accounts/);
  await heading("2 accounts updated");
  await page.goto("/users?search=carry.example");
  await seen("Una Drift");
  expect(troubles).toEqual([]);
});
