import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { violations } from "../app/axe";
import { openBrowser, phone, picture, visitor } from "../app/browser";
import { admin } from "../app/global-setup";
import { moreOf, signIn } from "../pages/console";
import { mailedLink } from "../pages/outbox";
import { addPerson, openPerson } from "../pages/people";

let browser: Browser;
let office: Page;
const baseURL = inject("appUrl");
const dataDir = inject("dataDir");
const thabo = {
  name: "Thabo Nkosi",
  email: "thabo@enrol.example",
  password: "harbour cobalt nine geese",
};
const rule = "The screen locks after five minutes.";

beforeAll(async () => {
  browser = await openBrowser();
  ({ page: office } = await visitor(browser, { baseURL }));
  await signIn(office, admin);
});
afterAll(() => browser.close());

/** Both themes are asked by axe; nothing may stick out of a phone. */
async function isSound(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await picture(page, name);
  expect(await violations(page)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${name} is ${String(overflow)} px too wide`).toBeLessThanOrEqual(0);
}

async function invite(name: string): Promise<void> {
  await office.goto(`/users?search=${encodeURIComponent(name)}`);
  await office.getByRole("checkbox", { name: `Select ${name}` }).click();
  await office.getByRole("button", { name: "Invite to enrol" }).click();
  await office.getByText("1 user invited to enrol.").waitFor();
}

test("an invitation's link leads on a phone from a first password to an enrolled device", async () => {
  await office.goto("/policies?open=new");
  const form = office.getByRole("dialog");
  await form.getByLabel("Name").fill("Staff phones");
  await form
    .getByRole("textbox", { name: "Sentences" })
    .fill(`${rule}\nWork data is removed when the device is lost.`);
  await form.getByLabel("Default policy").check();
  await form.getByRole("button", { name: "Add policy" }).click();
  await office.getByText("The policy Staff phones is there.").waitFor();
  await addPerson(office, thabo);
  await invite(thabo.name);

  const link = await mailedLink({ dataDir, to: thabo.email, page: "enrol" });
  for (const method of ["GET", "HEAD", "GET"]) {
    const answer = await fetch(link, { method }); // a mail scanner
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("cache-control")).toContain("no-store");
  }

  const { page, troubles } = await visitor(browser, { baseURL, viewport: phone });
  await page.goto(link);
  await page.getByRole("heading", { name: /invites you to/ }).waitFor();
  await page.getByText(thabo.email).waitFor();
  await isSound(page, "enrol-1-invitation");
  await page.getByRole("button", { name: "I’m not Thabo Nkosi" }).click();
  await page.getByRole("heading", { name: "Then leave this link alone" }).waitFor();
  await page.goBack();
  await page.getByRole("button", { name: "Accept and begin" }).click();

  await page.getByRole("heading", { name: "Choose a password" }).waitFor();
  await page.getByLabel("New password").fill("short");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByText(/at least 12 characters; this has 5/).waitFor();
  await isSound(page, "enrol-2-password-refused");
  await page.getByLabel("New password").fill(thabo.password);
  await isSound(page, "enrol-2-password");
  await page.getByRole("button", { name: "Continue" }).click();

  await page.getByRole("heading", { name: "Name this device" }).waitFor();
  await page.getByText(rule).waitFor();
  await isSound(page, "enrol-3-device");
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByRole("combobox", { name: "Kind of device" }).click();
  await page.getByRole("option", { name: "iPhone" }).click();
  await page.getByLabel("Device name").and(page.locator("[value='Thabo’s iPhone']")).waitFor();
  await page.getByRole("button", { name: "Back" }).click();
  await page.getByRole("button", { name: "Continue" }).click(); // going back lost nothing
  await page.getByRole("button", { name: "Enrol this device" }).click();

  await page.getByRole("heading", { name: "You’re in, Thabo" }).waitFor();
  await page.getByText("Staff phones").waitFor();
  await isSound(page, "enrol-4-enrolled");
  await page.getByRole("link", { name: "Go to my devices" }).click();
  await page.waitForURL(/\/me\/devices/);
  await page.getByRole("heading", { name: "Thabo’s iPhone" }).waitFor();
  await page.getByRole("button", { name: "Rename" }).waitFor();
  await isSound(page, "portal-devices");

  await page.getByRole("button", { name: "Rename" }).click();
  await page.getByRole("dialog").getByLabel("Device name").fill("Gate phone");
  await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
  await page.getByRole("heading", { name: "Gate phone" }).waitFor();
  expect(troubles).toEqual([]);

  const { page: again } = await visitor(browser, { baseURL, viewport: phone });
  await again.goto(link);
  await again.getByRole("heading", { name: "This invitation was used already" }).waitFor();
  await isSound(again, "enrol-used");
  await again.goto("/enrol");
  await again.getByRole("heading", { name: "This link is not whole" }).waitFor();
  await again.goto(`/enrol#${"x".repeat(43)}`);
  await again.getByRole("heading", { name: "This invitation is not valid" }).waitFor();
});

test("the console knows the device and the invitation: marked lost there, removed by its owner", async () => {
  await office.goto("/devices?search=gate");
  await office.getByText("Gate phone").first().waitFor();
  await isSound(office, "devices");
  await office.goto("/invitations?state=accepted");
  await office.getByText(thabo.email).first().waitFor();
  await isSound(office, "invitations");
  await openPerson(office, thabo.name);
  const tabs = office.getByRole("navigation", { name: `About ${thabo.name}` });
  await tabs.getByRole("link", { name: "Invitations" }).click();
  await office.getByText(/was enrolled/).waitFor();
  await isSound(office, "user-invitations");
  await tabs.getByRole("link", { name: "Devices" }).click();
  await office.waitForURL(/\/devices$/);
  const main = office.getByRole("main");
  await main.getByText("Gate phone").first().waitFor();
  await isSound(office, "user-devices");
  await main.getByRole("button", { name: "More", exact: true }).last().click();
  await office.getByRole("menuitem", { name: "Mark as lost" }).click();
  await office.getByRole("button", { name: "Mark as lost" }).click();
  await office.getByText("Gate phone of Thabo Nkosi is marked as lost.").waitFor();

  const { page } = await visitor(browser, { baseURL, viewport: phone });
  await signIn(page, thabo);
  await page.goto("/me/devices");
  await page.getByText("Reported lost").waitFor();
  // Pressed before the page listens, the button does nothing yet.
  const asked = page.getByRole("alertdialog");
  const isAsked = () =>
    asked.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
  await expect
    .poll(
      async () => {
        if (!(await asked.isVisible()))
          await page.getByRole("button", { name: "Remove", exact: true }).click();
        return isAsked();
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  await picture(page, "portal-remove");
  await page.getByRole("button", { name: "Remove it" }).click();
  await page.getByRole("heading", { name: "No device is enrolled" }).waitFor();
  await isSound(page, "portal-no-devices");
  await office.goto("/devices?state=REMOVED");
  await office.getByText("Gate phone").first().waitFor();
});

test("who has a password is not asked for one, and an invitation taken back no longer works", async () => {
  await invite(thabo.name);
  const first = await mailedLink({ dataDir, to: thabo.email, page: "enrol" });
  const link = await mailedLink({ dataDir, to: thabo.email, page: "enrol", not: [first] });
  const known = (await usable(link)) ? link : first;
  const { page } = await visitor(browser, { baseURL });
  await page.goto(known);
  await page.getByRole("button", { name: "Accept and begin" }).click();
  await page.getByRole("heading", { name: "Name this device" }).waitFor();
  await isSound(page, "enrol-device-desk");

  await office.goto("/invitations?state=pending");
  await moreOf(office, thabo.name);
  await office.getByRole("menuitem", { name: "Revoke" }).click();
  await office.getByRole("button", { name: "Revoke the invitation" }).click();
  await office.getByText("The invitation of Thabo Nkosi is revoked.").waitFor();
  await page.getByRole("button", { name: "Enrol this device" }).click();
  await page.getByRole("heading", { name: "This invitation is not valid" }).waitFor();
});

/** Looking uses nothing up. */
async function usable(link: string): Promise<boolean> {
  const token = new URL(link).hash.slice(1);
  const answer = await office.request.post("/api/trpc/enrolment.link.check", {
    data: { json: { token } },
    headers: { origin: baseURL },
  });
  return answer.ok();
}
