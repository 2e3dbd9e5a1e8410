import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser, picture, visitor } from "../app/browser";
import { largeRows } from "../env";
import { admin } from "../app/global-setup";
import { dropFile, openReview, signIn } from "../pages/console";
import { attention } from "../pages/review";
import { ofEach, wrongFile } from "../pages/wrong-file";

const people = largeRows();
const each = ofEach(people);
const domain = "large-correct.example";

let browser: Browser;
let page: Page;
let troubles: string[];
const baseURL = inject("appUrl");

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, troubles } = await visitor(browser, { baseURL }));
  page.setDefaultTimeout(90_000);
  await signIn(page, admin);
});
afterAll(() => browser.close());

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const waiting = (count: number) => attention(page, count);

/** With the Tab key alone, as somebody without a mouse. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  for (let steps = 0; steps < 150; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${String(target)}`);
}
/** The button of a cause, by what the cause is called. */
const ofCause = (title: RegExp, action: string | RegExp) =>
  page.getByRole("listitem").filter({ hasText: title }).getByRole("button", { name: action }).first();

describe("a large file with ten kinds of mistake, by keyboard alone", () => {
  test("the file is planned and its mistakes are grouped", async () => {
    await dropFile(page, "large.csv", wrongFile(people, domain));
    await page.getByText("Looks like a Hosted users CSV").waitFor();
    await openReview(page);
    await page.getByRole("grid").waitFor();
    await waiting(each * 9);
  }, 170_000);

  test("any row is one key away", async () => {
    await tabTo(page.getByRole("grid"));
    await press("End");
    await page.getByText(`person.${people}@${domain}`).waitFor();
    await press("Home");
    await page.getByText(`person.1@${domain}`).waitFor();
    await picture(page, "review-large");
  }, 100_000);

  test("each kind is dealt with for all rows at once", async () => {
    let left = each * 9;
    const after = async (rows: number) => {
      left -= rows;
      await waiting(left);
    };
    // 1–3: a fix is ready. Y and Perhaps are one cause: only Y has one.
    await tabTo(ofCause(/Space inside/, /^Fix (all|it|\d)/));
    await press("Enter");
    await after(each);
    await tabTo(ofCause(/Send email must be/, /^Fix (all|it|\d)/));
    await press("Enter");
    await after(each);
    await tabTo(ofCause(/Not a valid address/, /^Fix (all|it|\d)/));
    await press("Enter");
    await after(each);
    // 4, 5: passwords that the policy refuses.
    await tabTo(ofCause(/common/, "Take them out"));
    await press("Enter");
    await after(each);
    await tabTo(ofCause(/too short/, "Take them out"));
    await press("Enter");
    await after(each);
    // 6: of two rows for one address the earlier stays.
    await tabTo(ofCause(/Same address/, "Keep the earlier"));
    await press("Enter");
    await after(each);
    // 7, 8: one value for all.
    for (const [cause, value] of [
      [/Full name is empty/, "To be named"],
      [/Send email must be/, "Yes"],
    ] as const) {
      await tabTo(ofCause(cause, "Fill in"));
      await press("Enter");
      const dialog = page.getByRole("dialog", { name: "Set a value" });
      await tabTo(dialog.getByRole("textbox", { name: "Value" }));
      await page.keyboard.type(value);
      await press("Enter");
      await dialog.waitFor({ state: "hidden" });
      await after(each);
    }
    // 9: nobody can be reached without an address.
    await tabTo(ofCause(/address is (empty|missing)|empty/i, /^More for/));
    await press("Enter");
    const leaveOut = page.getByRole("menuitem", { name: /^Leave out/ });
    await leaveOut.waitFor();
    // An arrow pressed before the menu has the focus goes to the page behind it.
    await page.locator("[role=menu]:focus-within").waitFor();
    await press("ArrowUp");
    await leaveOut.and(page.locator("[data-highlighted]")).waitFor();
    await press("Enter");
    await after(each);
    // 10: a name that is nearly another.
    await press("Control+h");
    await page.getByRole("textbox", { name: "Find" }).waitFor();
    await page.keyboard.type("Markting");
    await tabTo(page.getByLabel("Replace with"));
    await page.keyboard.type("Marketing");
    await page.getByText(`${each} found`).waitFor();
    await press("Enter");
    await page.getByText("None found").waitFor();
    await picture(page, "review-large-corrected");
  }, 600_000);

  test("the plan is carried out", async () => {
    await press("Escape");
    await press("Control+Enter");
    await page.getByRole("heading", { name: /accounts created/ }).waitFor({ timeout: 170_000 });
    expect(troubles).toEqual([]);
  }, 180_000);

  test("and taken back", async () => {
    await tabTo(page.getByRole("link", { name: "Undo this import" }));
    await press("Enter");
    await page.getByText(/accounts are removed/).waitFor();
    await tabTo(page.getByRole("button", { name: /^Take back/ }));
    await press("Enter");
    await page.getByRole("heading", { name: /accounts taken back/ }).waitFor({ timeout: 170_000 });
    expect(troubles).toEqual([]);
  }, 300_000);
});
