/** Two administrators with one import before them: each sees what the other corrects, a file that comes back asks, one press counts, and what waits goes on elsewhere. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { violations } from "../app/axe";
import { desktop, openBrowser, phone, picture, visitor } from "../app/browser";
import { admin } from "../app/global-setup";
import { dropFile, openReview, signIn } from "../pages/console";
import { rowsHaveFocus, stepsOf } from "../pages/review";

let browser: Browser;
let page: Page;
let colleague: Page;
let troubles: string[];
const baseURL = inject("appUrl");
const domain = "two.example";
const rows = [
  "Email,Full Name,Password,Department,Send email,Group",
  `zoe @${domain},Zoe Zed,,Sales,Yes,Staff`,
  `bob@${domain},,,Sales,Yes,Staff`,
  `cem@${domain},,,Sales,Yes,Staff`,
  `dan@${domain},Dan Eff,,Sales,Perhaps,Staff`,
  `eve@${domain},Eve Eff,,Sales,Yes,Staff`,
];

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, troubles } = await visitor(browser, { baseURL }));
  ({ page: colleague } = await visitor(browser, { baseURL }));
  await signIn(page, admin);
  await signIn(colleague, admin);
  await dropFile(page, "two.csv", `${rows.join("\r\n")}\r\n`);
  await openReview(page);
  await line(page, "eve").waitFor();
  await colleague.goto(page.url());
  await line(colleague, "eve").waitFor();
});
afterAll(() => browser.close());

const patient = { timeout: 20_000 };
const line = (who: Page, name: string) => who.getByRole("row").filter({ hasText: `${name}@${domain}` });
const cells = (who: Page, name: string) => line(who, name).getByRole("gridcell");

/** Types into the cell of a column, by its place in the sheet: line, outcome, address, name. */
async function type(who: Page, name: string, column: number, text: string): Promise<void> {
  await cells(who, name).nth(column).click();
  await who.keyboard.type(text);
  await who.keyboard.press("Enter");
  await cells(who, name).filter({ hasText: text }).first().waitFor();
}
const theName = 3;

test("a correction brings the other's with it, rows and all, and who only looks sees both", async () => {
  await type(colleague, "bob", theName, "Bob of Colleague");
  // This page has not heard of it, or just has: after a step of its own it shows both.
  await type(page, "eve", theName, "Eve of First");
  await cells(page, "bob").filter({ hasText: "Bob of Colleague" }).waitFor();
  await expect.poll(() => stepsOf(page).count(), patient).toBe(2);
  await cells(colleague, "eve").filter({ hasText: "Eve of First" }).waitFor();
  await expect.poll(() => stepsOf(colleague).count(), patient).toBe(2);
});

test("a corrected file asks about the row that a colleague corrected, too; its safe answer has the focus", async () => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV", exact: true }).first().click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array));
  const text = Buffer.concat(chunks).toString("utf8");
  await type(colleague, "cem", theName, "Cem of Colleague");
  const corrected = text
    .replace(`cem@${domain},,`, `cem@${domain},Cem of File,`)
    .replace(/(dan@.*?),Perhaps,/, "$1,No,");
  await bringBack("corrected.csv", corrected);
  const dialog = page.getByRole("dialog", { name: "1 row corrected here and in the file" });
  await dialog.getByText("here “Cem of Colleague”, in the file “Cem of File”").waitFor();
  await dialog.getByText("1 other row of corrected.csv is merged.").waitFor();
  const keep = dialog.getByRole("button", { name: "Keep what is here" });
  await expect.poll(() => keep.evaluate((button) => button === document.activeElement), patient).toBe(true);
  expect(await violations(page)).toEqual([]);
  await picture(page, "two-both");
  await page.setViewportSize(phone);
  await page.emulateMedia({ colorScheme: "dark" });
  await picture(page, "two-both-phone-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(desktop);
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(() => rowsHaveFocus(page), patient).toBe(true);
  await cells(page, "cem").filter({ hasText: "Cem of Colleague" }).waitFor();

  await bringBack("corrected.csv", corrected);
  await dialog.getByRole("button", { name: "Take the file’s for this row" }).click();
  await dialog.waitFor({ state: "hidden" });
  await cells(page, "cem").filter({ hasText: "Cem of File" }).waitFor();

  // As a file of its own it would lose what its import keeps: the way there is given.
  const { pathname } = new URL(page.url());
  await dropFile(page, "corrected.csv", corrected);
  await page.getByText(/These are corrections of rows of IMP-/).waitFor();
  await picture(page, "two-as-new");
  await page.getByRole("link", { name: /^Open IMP-/ }).click();
  await page.waitForURL((url) => url.pathname === pathname);
  await line(page, "eve").waitFor();
});

async function bringBack(name: string, text: string): Promise<void> {
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
  await page.getByLabel("Corrected file").first().setInputFiles(file);
}

test("both press: there is one import, and whoever was second is told", async () => {
  const press = (who: Page) =>
    who
      .getByRole("button", { name: /^Create 4 accounts/ })
      .filter({ visible: true })
      .click();
  await colleague.getByRole("button", { name: /^Create 4 accounts/ }).waitFor();
  await Promise.all([press(page), press(colleague)]);
  const told = (who: Page) => who.getByText("There is one import; you see it here.").waitFor();
  await Promise.any([told(page), told(colleague)]);
  for (const who of [page, colleague])
    await who.getByRole("heading", { name: "4 accounts created" }).waitFor();
  await picture(colleague, "two-pressed");
});

test("what waits is corrected on another machine, and goes in", async () => {
  const { page: elsewhere } = await visitor(browser, { baseURL, viewport: desktop, colorScheme: "dark" });
  await signIn(elsewhere, admin);
  await elsewhere.goto("/imports");
  await elsewhere.getByRole("row").filter({ hasText: "two.csv" }).getByText("Done, rows wait").waitFor();
  await elsewhere.getByRole("link", { name: "two.csv" }).first().click();
  await elsewhere.getByRole("button", { name: "Correct it now" }).press("Enter");
  await elsewhere.getByRole("gridcell").filter({ hasText: "Zoe Zed" }).waitFor();
  // The only cell that is wrong is where one stands already: the key goes to it all the same.
  await elsewhere.keyboard.press("F8");
  await expect.poll(() => rowsHaveFocus(elsewhere), patient).toBe(true);
  await elsewhere.keyboard.press("Control+.");
  await elsewhere
    .getByRole("button", { name: /^Create 1 account/ })
    .first()
    .waitFor();

  // Back on the first: it knows where its rows are.
  await page.reload();
  await page.getByText("The rows that waited are carried on").waitFor();
  await page.getByRole("link", { name: /^IMP-/ }).first().waitFor();
  await elsewhere.keyboard.press("Control+Enter");
  await elsewhere.getByRole("heading", { name: "1 account created" }).waitFor();
  await picture(elsewhere, "two-waited-dark");
  await elsewhere.context().close();
  expect(troubles).toEqual([]);
});
