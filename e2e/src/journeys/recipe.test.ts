/** Last month's mistakes in this month's file: the corrections of an earlier import, looked at, repeated, taken back; by keyboard. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { violations } from "../app/axe";
import { desktop, openBrowser, phone, picture, visitor } from "../app/browser";
import { admin } from "../app/global-setup";
import { dropFile, openReview, signIn } from "../pages/console";
import { attention, stepsOf } from "../pages/review";

let browser: Browser;
let page: Page;
let troubles: string[];
const baseURL = inject("appUrl");
const domain = "recipe.example";
const header = "Full Name,Email,Department,Send email";
const file = (...rows: string[]): string => `${[header, ...rows].join("\r\n")}\r\n`;
const june = file(
  `Ann Bee,ann@${domain},Salse,Y`,
  `Bob Cee,bob @${domain},Salse,Yes`,
  `Cem Dee,cem@${domain},Sales,Y`,
);
const july = file(
  `Dan Eff,dan@${domain},Salse,Y`,
  `Eve Gee,eve @${domain},Salse,Y`,
  `,fay@${domain},Sales,Yes`,
  `Gus Aitch,gus@${domain},Sales,Y`,
);

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, troubles } = await visitor(browser, { baseURL }));
  await signIn(page, admin);
});
afterAll(() => browser.close());

const patient = { timeout: 20_000 };
const waiting = (count: number) => attention(page, count);
const steps = () => stepsOf(page);
const salse = () => page.getByRole("gridcell", { name: "Salse", exact: true });
const cell = (text: string) => page.getByRole("gridcell").filter({ hasText: text }).first();

async function review(name: string, content: string): Promise<void> {
  await dropFile(page, name, content);
  await openReview(page);
  await page.getByRole("grid").waitFor();
}

test("June is corrected and imported", async () => {
  await review("hr-june.csv", june);
  await waiting(3);
  await page.getByRole("button", { name: "Fix all 2" }).click();
  await waiting(1);
  // Of one row it is not said that all are fixed.
  await page.getByRole("button", { name: "Fix it", exact: true }).click();
  await waiting(0);
  await page.getByRole("grid").focus();
  await page.keyboard.press("Control+h");
  await page.getByRole("textbox", { name: "Find" }).fill("Salse");
  await page.getByLabel("Replace with").fill("Sales");
  await page.getByText("2 found").waitFor();
  await page.getByLabel("Replace with").press("Enter");
  await expect.poll(() => steps().count(), patient).toBe(3);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "3 accounts created" }).waitFor();
  // The button of the last correction is not carried along: there is nothing it could take back.
  await expect
    .poll(() => page.getByRole("button", { name: /^Undo\b(?! this import)/ }).count(), patient)
    .toBe(0);
});

test("its corrections are offered for July, each with the rows that it would change, and used", async () => {
  await review("hr-july.csv", july);
  await waiting(4);
  const look = page.getByRole("button", { name: "Look at 3 steps…" }).first();
  await look.press("Enter");
  const dialog = page.getByRole("dialog", { name: "The corrections of hr-june.csv" });
  const listed = dialog.getByRole("list", { name: "Steps" }).getByRole("listitem");
  await expect.poll(() => listed.allInnerTexts(), patient).toHaveLength(3);
  const said = (await listed.allInnerTexts()).map((text) => /(\d+ rows?|none) here/.exec(text)?.[0]);
  expect(said).toEqual(["3 rows here", "1 row here", "2 rows here"]);
  expect(await violations(page)).toEqual([]);
  await picture(page, "recipe");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize(phone);
  await picture(page, "recipe-phone-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(desktop);

  // Away with it, and the focus is where it was.
  await page.keyboard.press("Escape");
  await expect.poll(() => look.evaluate((button) => button === document.activeElement), patient).toBe(true);
  await page.keyboard.press("Enter");
  await listed.first().waitFor();
  await dialog.getByRole("button", { name: "Use 3 steps" }).press("Enter");
  await dialog.waitFor({ state: "hidden" });
  await waiting(1);
  await page.getByText("3 steps repeated.").first().waitFor();
  // The button that opened it is gone.
  await expect
    .poll(() => page.getByRole("grid").evaluate((grid) => grid === document.activeElement), patient)
    .toBe(true);
  await cell(`eve@${domain}`).waitFor();
  expect(await salse().count()).toBe(0);
  await picture(page, "recipe-used");
});

test("step by step they are taken back and made again", async () => {
  await expect.poll(() => steps().count(), patient).toBe(3);
  for (const taken of [1, 2, 3]) {
    await page.keyboard.press("Control+z");
    await expect.poll(() => steps().filter({ hasText: "Taken back" }).count(), patient).toBe(taken);
  }
  await waiting(4);
  await salse().first().waitFor();
  for (const _ of [1, 2, 3]) await page.keyboard.press("Control+Shift+z");
  await expect.poll(() => steps().filter({ hasText: "Taken back" }).count(), patient).toBe(0);
  await waiting(1);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "3 accounts created" }).waitFor();
  expect(troubles).toEqual([]);
});
