import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { violations } from "../app/axe";
import { openBrowser, phone, picture, visitor } from "../app/browser";
import { admin } from "../app/global-setup";
import { dropFile, openReview, signIn } from "../pages/console";
import { csv } from "../pages/people-file";

let browser: Browser;
const baseURL = inject("appUrl");
const newcomer = { email: "nora.new@welcome.example", password: "seven grey geese flew south" };

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("an imported person is welcomed by mail, sets a password, signs in, and is refused at the console", async () => {
  const { page: office } = await visitor(browser, { baseURL });
  await signIn(office, admin);
  await dropFile(office, "new.csv", csv([`${newcomer.email},Nora New,,Yard,Yes,Staff,`]));
  await openReview(office);
  await office.getByRole("button", { name: /^Create 1 account/ }).click();
  await office.getByRole("heading", { name: /1 account created/ }).waitFor();

  const link = await linkFromOutbox();
  for (const method of ["GET", "HEAD", "GET"]) await fetch(link, { method }); // a mail scanner

  const { page, troubles } = await visitor(browser, { baseURL, viewport: phone });
  await page.goto(link);
  await page.getByText(newcomer.email).first().waitFor();
  await picture(page, "set-password-phone");
  expect(await violations(page)).toEqual([]);
  await setPassword(page, newcomer.password);
  await page.getByText("Nora New").first().waitFor();

  const { page: fresh } = await visitor(browser, { baseURL });
  await signIn(fresh, newcomer);
  expect(new URL(fresh.url()).pathname).toMatch(/^\/me/);
  await fresh.getByText("Staff").first().waitFor();
  await picture(fresh, "portal");
  expect(await violations(fresh)).toEqual([]);
  for (const path of ["/overview", "/users", "/imports/new", "/audit", "/settings"]) {
    await fresh.goto(path);
    await fresh.waitForURL(/\/me/);
  }
  const refused = await fresh.request.get(
    `/api/trpc/people.list?input=${encodeURIComponent('{"json":{"limit":10}}')}`,
  );
  expect([401, 403]).toContain(refused.status());
  expect(troubles).toEqual([]);
});

test("the link works once", async () => {
  const { page } = await visitor(browser, { baseURL });
  await page.goto(await linkFromOutbox());
  await page.getByText(/used already/i).waitFor();
});

async function setPassword(page: Page, password: string): Promise<void> {
  await page
    .getByLabel(/password/i)
    .and(page.locator("input"))
    .first()
    .fill(password);
  await page
    .getByRole("button", { name: /Set|Save|Choose|Continue/ })
    .last()
    .click();
  await page.waitForURL(/\/me/);
}

/** The mail as it lies in the outbox folder; waits until the worker has delivered it. */
async function linkFromOutbox(): Promise<string> {
  const found: string[] = [];
  const look = (): number => {
    const folder = join(inject("dataDir"), "outbox");
    const mails = existsSync(folder)
      ? readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"))
      : [];
    const mail = mails.find((text) => text.includes(newcomer.email))?.replaceAll(/=\r?\n/g, "");
    const link = /http:\/\/\S*\/set-password#[\w-]{43}/.exec(mail ?? "")?.[0];
    return link === undefined ? 0 : found.push(link);
  };
  await expect.poll(look, { timeout: 30_000 }).toBeGreaterThan(0);
  return found[0] ?? "";
}
