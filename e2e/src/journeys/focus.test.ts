/** What opens for the first time is fetched first. Meanwhile the page stays, and after Esc the focus is where it was. */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { openBrowser, visitor, type Visitor } from "../app/browser";
import { admin } from "../app/global-setup";
import { signIn } from "../pages/console";

let browser: Browser;
let reader: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  reader = await visitor(browser, { baseURL: inject("appUrl") });
  ({ page } = reader);
  await signIn(page, admin);
});
afterAll(() => browser.close());
beforeEach(() => page.goto("about:blank")); // every opening is the first one of its page

/** Opens it by `keys` from the focused `trigger`, closes it by Esc, and looks where the reader is. */
async function comesBack(trigger: Locator, keys: string, opened: Locator): Promise<void> {
  await page.waitForLoadState("networkidle");
  await trigger.focus();
  await page.keyboard.press(keys);
  await opened.waitFor();
  await expect.poll(() => opened.evaluate((popup) => popup.contains(document.activeElement))).toBe(true);
  await page.keyboard.press("Escape");
  await opened.waitFor({ state: "hidden" });
  await expect.poll(() => trigger.evaluate((pressed) => pressed === document.activeElement)).toBe(true);
}

/** A form that has an address is opened by a link. */
const opener = (name: string): Locator =>
  page
    .getByRole("button", { name, exact: true })
    .or(page.getByRole("link", { name, exact: true }))
    .filter({ visible: true })
    .first();

test.each([
  ["/plans", "Add plan"],
  ["/attributes", "Add attribute"],
  ["/domains", "Add domain"],
  ["/policies", "Add policy"],
  ["/groups", "Add group"],
  ["/departments", "Add department"],
  ["/users", "Add user"],
])("%s: Esc in “%s” gives the focus back to its button", async (href, name) => {
  await page.goto(href);
  await comesBack(opener(name), "Enter", page.getByRole("dialog", { name }));
});

test("the command menu gives it back to what was focused", async () => {
  await page.goto("/groups");
  await comesBack(opener("Add group"), "Control+k", page.getByRole("dialog"));
});

test("a picker that is fetched when a line of a person opens, too", async () => {
  await page.goto("/users");
  await page.getByRole("row").getByRole("link").first().click();
  await page.waitForURL(/\/users\/\d+/);
  await page.reload();
  const department = page.getByRole("dialog", { name: "Department" });
  await comesBack(opener("Change Department"), "Enter", department);
});

test("nothing went wrong on the way", () => {
  expect(reader.troubles).toEqual([]);
});
