import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { violations } from "../app/axe";
import { openBrowser, phone, picture, visitor } from "../app/browser";
import { admin } from "../app/global-setup";
import { moreOf, signIn } from "../pages/console";
import { addPerson, openPerson } from "../pages/people";

let browser: Browser;
let page: Page;
let small: Page;
let troubles: string[];
const baseURL = inject("appUrl");
const someone = { name: "Maren Moe", email: "maren@org.example" };

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, troubles } = await visitor(browser, { baseURL }));
  await signIn(page, admin);
  ({ page: small } = await visitor(browser, { baseURL, viewport: phone }));
  await signIn(small, admin);
});
afterAll(() => browser.close());

async function isSound(one: Page, name: string): Promise<void> {
  await one.waitForLoadState("networkidle");
  await picture(one, name);
  expect(await violations(one)).toEqual([]);
  const overflow = await one.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${name} is ${String(overflow)} px too wide`).toBeLessThanOrEqual(0);
}

async function add(
  href: string,
  button: string,
  fill: (dialog: ReturnType<Page["getByRole"]>) => Promise<void>,
) {
  await page.goto(href);
  await page.getByRole("button", { name: button }).first().click();
  const dialog = page.getByRole("dialog", { name: button }); // toasts are dialogs, too
  await dialog.getByRole("textbox").first().waitFor();
  await fill(dialog);
  await dialog.getByRole("button", { name: button }).click();
  await dialog.waitFor({ state: "hidden" });
}

describe("plans, attributes, domains and policies", () => {
  test("are made by hand, and what is wrong with a name stands beside it", async () => {
    await add("/plans", "Add plan", async (dialog) => {
      await dialog.getByRole("button", { name: "Add plan" }).click();
      await dialog.getByText("Give the plan a name.").waitFor();
      await dialog.getByRole("textbox", { name: "Name" }).fill("Terminal staff");
      await dialog.getByRole("textbox", { name: "Description" }).fill("For everybody in the yard");
      await dialog.getByLabel("Default plan").check();
    });
    await page.getByText("Terminal staff").first().waitFor();
    await page.getByText("Default", { exact: true }).first().waitFor();
    await add("/attributes", "Add attribute", async (dialog) => {
      await dialog.getByRole("textbox", { name: "Name" }).fill("Cost centre");
    });
    await add("/domains", "Add domain", async (dialog) => {
      await dialog.getByRole("textbox", { name: "Domain" }).fill("no domain");
      await dialog.getByRole("button", { name: "Add domain" }).click();
      await dialog.getByText(/not a mail domain/).waitFor();
      await dialog.getByRole("textbox", { name: "Domain" }).fill("org.example");
      await dialog.getByLabel("Known addresses only").check();
    });
    await page.getByText("Known addresses only").first().waitFor();
    await add("/policies", "Add policy", async (dialog) => {
      await dialog.getByRole("textbox", { name: "Name" }).fill("Shared terminals");
      await dialog
        .getByRole("textbox", { name: "Sentences" })
        .fill("The screen locks after a minute.\nNobody stays signed in.");
    });
    await page.getByText("and 1 sentence more").first().waitFor();
  });

  test("a taken name is refused in its field, and what was typed stays", async () => {
    await page.goto("/attributes?open=new");
    const dialog = page.getByRole("dialog", { name: "Add attribute" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("cost CENTRE");
    await dialog.getByRole("button", { name: "Add attribute" }).click();
    await dialog.getByText(/exists already/).waitFor();
    await isSoundOpen(page, "attribute-taken");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(page.url()).not.toContain("open=");
  });

  test.each(["plans", "attributes", "domains", "policies"])(
    "%s: axe finds nothing in either theme, wide or narrow, listed or open",
    async (name) => {
      for (const [form, one] of [
        ["wide", page],
        ["narrow", small],
      ] as const) {
        await one.goto(`/${name}`);
        await one.getByRole("row").or(one.getByRole("listitem")).first().waitFor();
        await isSound(one, `${name}-${form}`);
        await one.goto(`/${name}?open=new`);
        await one.getByRole("dialog").getByRole("textbox").first().waitFor();
        await isSoundOpen(one, `${name}-new-${form}`);
      }
    },
  );
});

/** Popups live at the end of the body, with guards around them that are focusable by design (packages/ui). */
async function isSoundOpen(one: Page, name: string): Promise<void> {
  await picture(one, name);
  const found = await violations(one);
  expect(found.filter((line) => !/region|aria-hidden-focus/.test(line))).toEqual([]);
}

describe("one person", () => {
  test("is added from a group, and every line is changed where it stands", async () => {
    await page.goto("/groups");
    await page.getByRole("button", { name: "Add group" }).first().click();
    await page.getByRole("dialog").getByLabel("Name").fill("Night shift");
    await page.getByRole("dialog").getByRole("button", { name: "Add group" }).click();
    await page.getByRole("link", { name: "Night shift" }).first().click();
    await page.waitForURL(/\/groups\/\d+/);
    await page.getByRole("button", { name: "Change Policy" }).click();
    await page.getByRole("option", { name: "Shared terminals" }).click();
    await page.getByText("Nobody stays signed in.").waitFor();
    await isSound(page, "group-policy");
    await addPerson(page, { ...someone, from: new URL(page.url()).pathname });
    await page.getByRole("link", { name: someone.name }).first().waitFor();

    await openPerson(page, someone.name);
    await change("User name", "maren");
    await change("Account code", "HM-20413");
    await change("Exchange domain", "HALDENMOOR");
    await page.getByRole("button", { name: "Change Plan" }).click();
    await page.getByRole("option", { name: /Terminal staff/ }).click();
    await page.getByText("Terminal staff").first().waitFor();
    await page.getByRole("button", { name: "Change Other addresses" }).click();
    await page.getByLabel("Other addresses: another address").fill("m.moe@org.example");
    await page.keyboard.press("Enter");
    await page.getByText("m.moe@org.example").first().waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Add an attribute" }).click();
    await page.getByRole("combobox", { name: "Attribute" }).fill("Cost");
    await page.getByRole("option", { name: "Cost centre" }).click();
    await page.getByRole("textbox", { name: "Value" }).fill("4410");
    await page.keyboard.press("Enter");
    await page.getByText("4410").first().waitFor();
    await page.getByRole("switch", { name: "Never expires" }).click();
    await page.getByRole("switch", { name: "Never expires", checked: true }).waitFor();
    await page.reload();
    for (const text of ["HM-20413", "HALDENMOOR", "m.moe@org.example", "4410", "Terminal staff"])
      await page.getByText(text).first().waitFor();
    await isSound(page, "user-profile");
    await small.goto(page.url());
    await small.getByText("HM-20413").first().waitFor();
    await isSound(small, "user-profile-narrow");
  });

  test("what is used is counted, found and not lost by accident", async () => {
    await page.goto("/plans");
    await moreOf(page, "Terminal staff");
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await page.getByRole("heading", { name: "Terminal staff is in use" }).waitFor();
    await page.getByRole("link", { name: "See its accounts" }).click();
    await page.waitForURL(/\/users\?plan=\d+/);
    await page.getByRole("link", { name: someone.name }).waitFor();
    await page.goto("/domains");
    await moreOf(page, "org.example");
    await page.getByRole("menuitem", { name: "Delete" }).click();
    const question = page.getByRole("alertdialog");
    await question.getByText(admin.email).waitFor(); // where the file goes is said before
    await isSoundOpen(page, "domain-delete");
    await question.getByRole("button", { name: "Delete org.example" }).click();
    await page.getByText(/on the way to/).waitFor();
    expect(troubles).toEqual([]);
  });
});

async function change(label: string, value: string): Promise<void> {
  await page.getByRole("button", { name: `Change ${label}`, exact: true }).click();
  const box = page.getByRole("textbox", { name: label, exact: true });
  await box.fill(value);
  await box.press("Enter");
  await page.getByText(value, { exact: true }).first().waitFor();
}
