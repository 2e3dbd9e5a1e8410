import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { violations } from "../app/axe";
import { openBrowser, picture, visitor } from "../app/browser";
import { startApp, type App } from "../app/start-app";

let app: App;
let browser: Browser;
beforeAll(async () => {
  app = await startApp();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

test("a newcomer follows the printed link, becomes the first administrator and lands in the console", async () => {
  const link = app.setUpLink ?? "";
  expect(link).toContain("/setup#");
  const { page, troubles } = await visitor(browser, { baseURL: app.url });
  await page.goto(link);
  await page.getByLabel("Organisation").fill("Halden Moor");
  await picture(page, "set-up");
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Your name").fill("Ingrid Solheim");
  await page.getByLabel("Your work address").fill("ingrid@haldenmoor.example");
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: /Set up|Create|Start/ }).click();
  await page
    .getByText(/12 characters/)
    .first()
    .waitFor();
  await page.getByLabel("Password", { exact: true }).fill("a harbour full of lanterns");
  await page.getByRole("button", { name: /Set up|Create|Start/ }).click();
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await page.getByText("Ingrid Solheim").first().waitFor();
  expect(troubles).toEqual([]);
});

test("the set-up link works once, and a GET does not use it up", async () => {
  const { page } = await visitor(browser, { baseURL: app.url });
  await page.goto(app.setUpLink ?? "");
  await page
    .getByRole("link", { name: "Sign in" })
    .or(page.getByRole("button", { name: "Sign in" }))
    .first()
    .waitFor();
  await expect.poll(() => page.getByLabel("Organisation").count()).toBe(0);
});
