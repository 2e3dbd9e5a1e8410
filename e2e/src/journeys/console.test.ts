import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { violations } from "../app/axe";
import { openBrowser, phone, picture, visitor } from "../app/browser";
import { admin } from "../app/global-setup";
import { signIn } from "../pages/console";

let browser: Browser;
let page: Page;
let small: Page;
const baseURL = inject("appUrl");

beforeAll(async () => {
  browser = await openBrowser();
  ({ page } = await visitor(browser, { baseURL }));
  await signIn(page, admin);
  ({ page: small } = await visitor(browser, { baseURL, viewport: phone }));
  await signIn(small, admin);
});
afterAll(() => browser.close());

const screens = [
  { path: "/overview", heading: "Overview" },
  { path: "/users", heading: "Users" },
  { path: "/groups", heading: "Groups" },
  { path: "/departments", heading: "Departments" },
  { path: "/imports", heading: "Imports" },
  { path: "/imports/new", heading: "Bring people in" },
  { path: "/mail", heading: "Mail" },
  { path: "/audit", heading: "Audit log" },
  { path: "/settings", heading: "Settings" },
  { path: "/me", heading: null },
];

describe("every screen", () => {
  test.each(screens)(
    "$path: axe finds nothing in either theme, wide or narrow, and nothing sticks out",
    async ({ path, heading }) => {
      for (const [name, one] of [
        ["wide", page],
        ["narrow", small],
      ] as const) {
        await one.goto(path);
        if (heading === null) await one.getByRole("heading").first().waitFor();
        else await one.getByRole("heading", { name: heading }).first().waitFor();
        await one.waitForLoadState("networkidle");
        await picture(one, `${path.slice(1).replaceAll("/", "-")}-${name}`);
        expect(await violations(one)).toEqual([]);
        const overflow = await one.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${path} is ${String(overflow)} px too wide (${name})`).toBeLessThanOrEqual(0);
      }
    },
  );
});

describe("one person", () => {
  test("is added, found, edited in place, disabled and enabled again, with every step in the audit log", async () => {
    await page.goto("/users");
    await page
      .getByRole("button", { name: "Add user" })
      .or(page.getByRole("link", { name: "Add user" }))
      .first()
      .click();
    await page
      .getByLabel(/^Address/)
      .first()
      .fill("otto@one.example");
    await page
      .getByLabel(/^Full name/)
      .first()
      .fill("Otto One");
    await page
      .getByRole("button", { name: /^(Add|Create)( user)?$/ })
      .last()
      .click();
    await page.getByText("Otto One").first().waitFor();
    await page.goto("/users?search=otto");
    await page.getByText("Otto One").first().click();
    await page.waitForURL(/\/users\/\d+/);
    await page.getByRole("button", { name: "Disable" }).first().click();
    const confirm = page.getByRole("alertdialog").getByRole("button", { name: /Disable/ });
    if (await confirm.isVisible().catch(() => false)) await confirm.click();
    await page.getByText("Disabled").first().waitFor();
    await page.getByRole("button", { name: "Enable" }).first().click();
    await page.goto("/audit");
    await page
      .getByText(/disabled/i)
      .first()
      .waitFor();
    await page
      .getByText(/Otto One/)
      .first()
      .waitFor();
  });

  test("the last Master cannot be demoted or disabled, not even by a call past the screen", async () => {
    const me = await page.request.get(
      `/api/trpc/people.list?input=${encodeURIComponent(JSON.stringify({ json: { search: admin.email, sort: { by: "name", direction: "asc" }, filters: {}, limit: 5 } }))}`,
    );
    const id = /"id":"(\d+)"/.exec(await me.text())?.[1] ?? "";
    expect(id).not.toBe("");
    const demoted = await page.request.post("/api/trpc/people.changeRole", {
      data: { json: { accountId: id, role: "USER", adminRole: null } },
      headers: { origin: baseURL },
    });
    expect(demoted.ok()).toBe(false);
    const still = await page.request.get("/api/trpc/access.me");
    expect(await still.text()).toContain("MASTER");
  });
});

test("the command menu opens by keyboard and goes places", async () => {
  await page.goto("/overview");
  await page.getByRole("heading", { name: "Overview" }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.type("departments");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/departments/);
});
