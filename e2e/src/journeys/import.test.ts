import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { violations } from "../app/axe";
import { openBrowser, phone, picture, visitor } from "../app/browser";
import { admin } from "../app/global-setup";
import { dropFile, openReview, signIn } from "../pages/console";
import { badRows, csv, goodRows } from "../pages/people-file";

let browser: Browser;
let page: Page;
let troubles: string[];
const baseURL = inject("appUrl");

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, troubles } = await visitor(browser, { baseURL }));
  await signIn(page, admin);
});
afterAll(() => browser.close());

describe("an administrator brings people in from a messy file", () => {
  const domain = "messy.example";

  test("the file is recognised in the browser, with reasons and its first rows", async () => {
    await dropFile(page, "people.csv", csv([...goodRows(60, domain), ...badRows(domain)]));
    await page.getByText("Looks like a Hosted users CSV").waitFor();
    await page.getByText("person.1@messy.example").first().waitFor();
    await picture(page, "import-choose");
    expect(await violations(page)).toEqual([]);
  });

  test("the review counts every outcome and says why, row by row", async () => {
    await openReview(page);
    await page.getByRole("button", { name: /New\s*60/ }).waitFor();
    await page.getByRole("button", { name: /Needs attention\s*9/ }).waitFor();
    await page.getByText(`Night shift of ${domain}`).first().waitFor();
    await page.getByRole("row").filter({ hasText: "person.1@messy.example" }).waitFor();
    await picture(page, "import-review");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: /Needs attention\s*9/ }).click();
    await page.getByText("spaces in.it@messy.example").first().waitFor();
    await expect.poll(() => page.getByText("person.3@messy.example").count()).toBe(0);
    expect(page.url()).toMatch(/problem/);
  });

  test("the rows that need attention can be downloaded with the reason beside them", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page
        .getByRole("link", { name: /Download/ })
        .or(page.getByRole("button", { name: /Download/ }))
        .first()
        .click(),
    ]);
    const stream = await download.createReadStream();
    let text = "";
    for await (const chunk of stream) text += String(chunk);
    expect(text.split("\r\n")[0]).toContain("What to correct");
    expect(text.trim().split("\r\n")).toHaveLength(10);
    expect(text).not.toContain("password1234");
  });

  test("one button creates the good rows; the others wait; the record keeps it all", async () => {
    await page.getByRole("button", { name: /^Create 60 accounts/ }).click();
    await page.getByRole("heading", { name: /60 accounts created/ }).waitFor();
    await picture(page, "import-done");
    expect(await violations(page)).toEqual([]);
    await page.goto("/imports");
    await page.getByText("people.csv").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto("/users?search=person.7%40messy");
    await page.getByText("Person Number 7").first().waitFor();
    expect(troubles).toEqual([]);
  });

  test("the same file with Overwrite says unchanged; without, it skips", async () => {
    await dropFile(page, "people.csv", csv(goodRows(60, domain)));
    await page.getByText("Looks like a Hosted users CSV").waitFor();
    await openReview(page);
    await page.getByRole("button", { name: /Skipped\s*60/ }).waitFor();
    await picture(page, "import-skipped");
  });
});

describe("files that cannot be taken", () => {
  const cases: { name: string; content: string | Buffer; says: RegExp }[] = [
    { name: "empty.csv", content: "", says: /empty/i },
    { name: "no-header.csv", content: "a@b.example,Ann\r\n", says: /header/i },
    { name: "quote.csv", content: csv(['"a@b.example,Ann']), says: /quote/i },
    {
      name: "picture.png",
      content: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
      says: /picture|image/i,
    },
    {
      name: "latin.csv",
      content: Buffer.from(csv(["a@b.example,Ren\u00e9,,,Yes,,"]), "latin1"),
      says: /UTF-8|Windows/i,
    },
  ];
  test.each(cases)("$name is explained", async ({ name, content, says }) => {
    await dropFile(page, name, content);
    await page.getByText(says).first().waitFor();
  });
});

test("on a phone the review is usable and accessible", async () => {
  const small = await visitor(browser, { baseURL, viewport: phone });
  await signIn(small.page, admin);
  await dropFile(
    small.page,
    "phone.csv",
    csv([...goodRows(5, "phone.example"), ...badRows("phone.example")]),
  );
  await openReview(small.page);
  await small.page.getByText("person.1@phone.example").first().waitFor();
  await picture(small.page, "import-review-phone");
  expect(await violations(small.page)).toEqual([]);
  const overflow = await small.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
