/** What stands before an import that changes much: its number and the password. And what is said of the same bytes, and to the second presser. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { violations } from "../app/axe";
import { desktop, openBrowser, phone, picture, visitor, type Visitor } from "../app/browser";
import { admin } from "../app/global-setup";
import { dropFile, openReview, signIn } from "../pages/console";

let browser: Browser;
let first: Visitor;
let page: Page;
const baseURL = inject("appUrl");

beforeAll(async () => {
  browser = await openBrowser();
  first = await visitor(browser, { baseURL });
  ({ page } = first);
  await signIn(page, admin);
});
afterAll(() => browser.close());

const heading = (name: string | RegExp) => page.getByRole("heading", { name }).waitFor();
const file = (department: string, count = 12): string =>
  `${[
    "Email,Full Name,Department",
    ...Array.from(
      { length: count },
      (_, n) => `g${String(n)}@guard.example,Guarded ${String(n)},${department}`,
    ),
  ].join("\r\n")}\r\n`;

/** Changes a number of the settings where it stands. */
async function setLimit(label: string, value: string): Promise<void> {
  await page.goto("/settings");
  await page.getByRole("button", { name: `Change ${label}`, exact: true }).click();
  await page.getByLabel(label, { exact: true }).fill(value);
  await page.keyboard.press("Enter");
  await page.getByText(`${value} accounts`, { exact: true }).waitFor();
}

/** To the review of a file that changes who exists. */
async function review(who: Page, name: string, content: string): Promise<void> {
  await dropFile(who, name, content);
  await who.getByRole("radio", { name: /Overwrite/ }).check();
  await openReview(who);
}

test("the limits stand in the settings", async () => {
  await setLimit("Accounts changed", "10");
  await page.getByRole("heading", { name: "Guards" }).scrollIntoViewIfNeeded();
  await picture(page, "guards-settings");
  expect(await violations(page)).toEqual([]);
});

test("an import over a limit is stopped; with its number and the password it is carried out, by keyboard alone", async () => {
  await dropFile(page, "guard-1.csv", file("Quay"));
  await openReview(page);
  await page.getByRole("button", { name: "Create 12 accounts", exact: false }).first().click();
  await heading("12 accounts created");
  await review(page, "guard-2.csv", file("Pier"));
  await page.getByText("Over a limit: it asks for the number and your password.").first().waitFor();
  await picture(page, "guards-review");

  await page.keyboard.press("Control+Enter");
  const dialog = page.getByRole("dialog", { name: "This import is over a limit" });
  await dialog.getByText("It changes 12 existing accounts; the limit is 10.").waitFor();
  await picture(page, "guards-dialog");
  expect(await violations(page)).toEqual([]);
  const number = dialog.getByLabel(/^Type the number: 12 accounts/);
  const password = dialog.getByLabel("Your password");

  // Nothing typed, another number, another password: each is said at its field, and the reader is put there.
  await expect.poll(() => number.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await dialog.getByText("Type 12.").waitFor();
  await dialog.getByText("Type your password.").waitFor();
  await page.keyboard.type("13");
  await page.keyboard.press("Tab");
  await page.keyboard.type("not the password of Ada");
  await page.keyboard.press("Enter");
  await dialog.getByText("That is another number. It is 12.").waitFor();
  await expect.poll(() => number.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type("12");
  await page.keyboard.press("Enter");
  await dialog.getByText("This is not your password.").waitFor();
  await expect.poll(() => password.evaluate((field) => field === document.activeElement)).toBe(true);
  await picture(page, "guards-wrong");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.type(admin.password);
  await page.keyboard.press("Enter");
  await heading("12 accounts updated");
});

test("taking it back is over the limit too: it asks the same, and does it", async () => {
  await page.getByRole("link", { name: "Undo this import" }).click();
  await page.getByRole("button", { name: "Take back 12 accounts" }).click();
  const dialog = page.getByRole("dialog", { name: "Taking it back is over a limit" });
  await dialog.getByText("It changes 12 existing accounts; the limit is 10.").waitFor();
  await picture(page, "guards-undo");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.type("12");
  await page.keyboard.press("Tab");
  await page.keyboard.type("not the password of Ada");
  await page.keyboard.press("Enter");
  await dialog.getByText("This is not your password.").waitFor();
  await page.keyboard.type(admin.password);
  await page.keyboard.press("Enter");
  await heading("12 accounts taken back");
  await page.getByRole("link", { name: "Undo this" }).first().click();
  await page.getByRole("button", { name: "Bring back 12 accounts" }).click();
  const again = page.getByRole("dialog", { name: "Bringing it back is over a limit" });
  await again.getByLabel("Type the number: 12 accounts it brings back").fill("12");
  await again.getByLabel("Your password").fill(admin.password);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize(phone);
  await picture(page, "guards-redo-phone-dark");
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize(desktop);
  await page.emulateMedia({ colorScheme: "light" });
  await page.keyboard.press("Enter");
  await heading("12 accounts brought back");
});

test("Esc leaves it as it was", async () => {
  await review(page, "guard-3.csv", file("Lock"));
  const button = page.getByRole("button", { name: /^Update 12 accounts/ }).first();
  await button.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "This import is over a limit" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await expect.poll(() => button.evaluate((pressed) => pressed === document.activeElement)).toBe(true);
});

test("the same bytes are recognised where the file arrives and on the review, with a way to the import", async () => {
  await dropFile(page, "again.csv", file("Pier"));
  await page.getByText(/These bytes were imported on .* by /).waitFor();
  await picture(page, "guards-same-bytes-choose");
  expect(await violations(page)).toEqual([]);
  await openReview(page);
  const said = page.getByText(/These bytes were imported on .* by /);
  await said.waitFor();
  await picture(page, "guards-same-bytes");
  expect(await violations(page)).toEqual([]);
  await said.getByRole("link", { name: /^IMP-/ }).click();
  await heading("12 accounts updated");
});

test("who presses second is told who was first, and lands where the import is", async () => {
  await dropFile(page, "twice.csv", "Email,Full Name\r\ntwice@guard.example,Twice\r\n");
  await openReview(page);
  const second = await first.context.newPage();
  await second.goto(page.url());
  const button = second.getByRole("button", { name: /^Create 1 account/ }).first();
  await button.waitFor();
  await page
    .getByRole("button", { name: /^Create 1 account/ })
    .first()
    .click();
  await heading("1 account created");
  await button.click();
  await second.getByText(/You pressed this button at \d\d:\d\d/).waitFor();
  await second.getByText("There is one import; you see it here.").waitFor();
  await second.getByRole("heading", { name: "1 account created" }).waitFor();
  await picture(second, "guards-second");
  await second.close();
});

test("in the dark and on a phone", async () => {
  for (const [name, viewport, colorScheme] of [
    ["phone", phone, "light"],
    ["phone-dark", phone, "dark"],
    ["dark", undefined, "dark"],
  ] as const) {
    const who = await visitor(browser, {
      baseURL,
      colorScheme,
      ...(viewport === undefined ? {} : { viewport }),
    });
    await signIn(who.page, admin);
    await review(who.page, "guard-4.csv", file(`Berth ${name}`));
    await who.page
      .getByRole("button", { name: /^Update 12 accounts/ })
      .filter({ visible: true })
      .click();
    const dialog = who.page.getByRole("dialog", { name: "This import is over a limit" });
    await dialog.getByText("It changes 12 existing accounts; the limit is 10.").waitFor();
    await picture(who.page, `guards-dialog-${name}`);
    expect(await violations(who.page)).toEqual([]);
    const overflow = await who.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await who.page.keyboard.press("Escape");
    await dropFile(who.page, "again.csv", file("Pier"));
    await openReview(who.page);
    await who.page.getByText(/These bytes were imported on/).waitFor();
    await picture(who.page, `guards-same-bytes-${name}`);
    await who.page.goto("/settings");
    await who.page.getByRole("heading", { name: "Guards" }).scrollIntoViewIfNeeded();
    await picture(who.page, `guards-settings-${name}`);
    expect(who.troubles).toEqual([]);
    await who.context.close();
  }
});

test("the limit is put back, and nothing went wrong on any page", async () => {
  await setLimit("Accounts changed", "500");
  expect(first.troubles).toEqual([]);
});
