import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { violations } from "../app/axe";
import { openBrowser, phone, picture, visitor } from "../app/browser";
import { admin } from "../app/global-setup";
import { dropFile, openReview, signIn } from "../pages/console";
import { encryptedWorkbook, macroWorkbook, openDocument, workbook } from "../pages/workbooks";

let browser: Browser;
let page: Page;
let troubles: string[];
const baseURL = inject("appUrl");
const formats = join(import.meta.dirname, "../../../packages/importer/src/formats");

beforeAll(async () => {
  browser = await openBrowser();
  ({ page, troubles } = await visitor(browser, { baseURL }));
  await signIn(page, admin);
  await page.goto("/plans");
  await page
    .getByRole("button", { name: "Add plan" })
    .or(page.getByRole("link", { name: "Add plan" }))
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Gold");
  await dialog.getByRole("checkbox", { name: "Default plan" }).check();
  await dialog.getByRole("button", { name: /^(Add|Create|Save)/ }).click();
  await page.getByText("Gold").first().waitFor();
});
afterAll(() => browser.close());

const seen = (words: string | RegExp) => page.getByText(words).first().waitFor();
const button = (name: string | RegExp) =>
  page.getByRole("button", { name }).or(page.getByRole("link", { name })).first();
const csv = (...lines: string[]) => `${lines.join("\r\n")}\r\n`;

async function create(name: RegExp, done: RegExp): Promise<void> {
  await page.getByRole("button", { name }).first().click();
  await page.getByRole("heading", { name: done }).waitFor();
}

describe("each format is recognised, reviewed and created", () => {
  test("hosted users, as XLSX: opened on the server", async () => {
    const cells = [
      ["Email", "Full Name", "Department", "Send email", "Group"],
      ["hu1@formats.example", "Hosted One", "Yard", "Yes", "Hosted"],
      ["hu2@formats.example", "Hosted Two", "Yard", "No", "Hosted"],
    ];
    await dropFile(page, "hosted.xlsx", await workbook("xlsx", cells));
    await seen("Looks like a Hosted users XLSX");
    await openReview(page);
    await create(/^Create 2 accounts/, /2 accounts created/);
  });

  test("mobile security: an administrator in the file takes an explicit yes; the people are invited once", async () => {
    const lines = csv(
      "Email ID,Name,Group,Role,Exchange domain,Exchange username",
      "ms1@formats.example,Mobile One,Field,User,CORP,mone",
      "ms2@formats.example,Mobile Two,Field,Administrator,,",
    );
    await dropFile(page, "mobile.csv", lines);
    await seen("Looks like a Mobile security CSV");
    await openReview(page);
    await seen("1 row would make an administrator");
    await picture(page, "formats-review-grants");
    expect(await violations(page)).toEqual([]);
    await button(/^Make 1 administrator/).click();
    await page.getByRole("button", { name: "Yes, make 1 administrator" }).click();
    await seen("1 administrator will be made");
    await page
      .getByRole("button", { name: /^Create 2 accounts/ })
      .first()
      .click();
    const guard = page.getByRole("dialog");
    await guard.getByText("It makes an administrator.").waitFor();
    await guard.getByLabel(/^Type the number/).fill("2");
    await guard.getByLabel("Your password").fill(admin.password);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /2 accounts created/ }).waitFor();
    await picture(page, "formats-done");
    expect(await violations(page)).toEqual([]);
    await button("Invite the imported users to enrol").click();
    await seen(/invitations? (is|are) on the way/);
    await page.reload();
    await seen("Invited to enrol");
    expect(await page.getByRole("button", { name: "Invite the imported users to enrol" }).count()).toBe(0);
  });

  test("connect: goes in by itself when every row is right, and says so before", async () => {
    await page.goto("/imports/new");
    await seen(/Connect file imports by itself/);
    await dropFile(
      page,
      "connect.csv",
      csv(
        "Email,Name,Password,Force Change Password",
        "co1@formats.example,Connect One,,",
        "co2@formats.example,,,",
      ),
    );
    await page.getByRole("heading", { name: /2 accounts created/ }).waitFor();
  });

  test("connect: one mistake, and nothing goes in", async () => {
    await dropFile(
      page,
      "connect-bad.csv",
      csv("Email,Name,Password,Force Change Password", "co3@formats.example,Fine,,", "no address,Bad,,MAYBE"),
    );
    await page.waitForURL(/\/imports\/\d+/);
    await page.getByRole("button", { name: /Needs attention\s*1/ }).waitFor();
    await seen(/This import is strict/);
  });

  test("control panel: asks for the domain of the user names, which can be added on the spot", async () => {
    const lines = csv(
      "cpone,Tidal-58-Copper-Lamp,Gold,Control,,One,false,one@outside.example,+47 1,first,true",
      "cptwo,Tidal-59-Copper-Lamp,,Control,,Two,,,,,false",
      "cpthree,Tidal-60-Copper-Lamp,,Control,,Three,,,,,,twelve",
    );
    await dropFile(page, "panel.csv", lines);
    await seen("Looks like a Control panel CSV");
    const domain = page.getByLabel("Domain of the user names");
    await domain.fill("panel.example");
    await page.getByText("Add the domain panel.example").click();
    await seen("jsmith becomes jsmith@panel.example");
    const match = page.getByRole("link", { name: /^Match \d+ columns/ });
    if ((await match.count()) > 0) await match.click();
    await openReview(page);
    await page.getByRole("button", { name: /Needs attention\s*1/ }).waitFor();
    await seen(/values/);
    await create(/^Create 2 accounts/, /2 accounts created/);
  });

  test("directory spreadsheet, as XLS: previewed, then saved, in the words of its console", async () => {
    const cells = [
      ["Staff of the terminal"],
      [],
      ["", "email", "name", "alias1", "telephonenumber"],
      ["", "ds1@formats.example", "Directory One", "ds.one@formats.example", "4410"],
      ["", "ds2@formats.example", "Directory Two", "", "4411"],
    ];
    await dropFile(page, "directory.xls", await workbook("xls", cells));
    await seen(/Looks like a Directory spreadsheet/);
    await button("Preview changes").click();
    await page.waitForURL(/\/imports\/\d+/);
    await seen("The spreadsheet’s information");
    // What stands left of the checkpoint moves no cell out of its column.
    await page.getByRole("row").filter({ hasText: "ds1@formats.example" }).getByText("4410").waitFor();
    await seen(/attribute created/);
    await picture(page, "formats-directory");
    expect(await violations(page)).toEqual([]);
    await create(/^Save/, /2 accounts created/);
  });

  test("rollcall: what was created comes back changed, before and after", async () => {
    await dropFile(
      page,
      "rollcall.csv",
      csv("email,fullName,phone,attribute:telephonenumber", "ds1@formats.example,Directory Won,123,4410"),
    );
    await seen("Looks like a Rollcall CSV");
    await page.getByRole("radio", { name: /Overwrite/ }).check();
    await openReview(page);
    await page.getByRole("row").filter({ hasText: "ds1@formats.example" }).click();
    await page.keyboard.press("Space");
    await seen("Full name");
    await picture(page, "formats-update");
    await create(/^Update 1 account/, /1 account updated/);
  });
});

describe("columns of its own", () => {
  const lines = csv(
    "Work mail,Vorname,Nachname,Mail them?,Rights,telephonenumbe,Badge",
    "cu1@formats.example,Custom,One,ja,Mgr,1,blue",
    "cu2@formats.example,Custom,Two,nein,Staff,2,red",
  );

  test("are matched by hand: questions answered by one click, the mapping kept", async () => {
    await dropFile(page, "own.csv", lines);
    await button(/^Match 7 columns/).click();
    await page.getByRole("heading", { name: "Match columns" }).waitFor();
    await seen(/Read ja as Yes, nein as No\?/);
    await picture(page, "formats-match");
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole("group", { name: /Mail them/ })
      .getByRole("button", { name: "Yes" })
      .click();
    await page.getByLabel("Field for Rights").click();
    await page.getByRole("option", { name: "Role", exact: true }).click();
    await page
      .getByRole("group", { name: /Rights/ })
      .getByRole("button", { name: "Say it" })
      .click();
    for (const value of ["Mgr", "Staff"]) {
      await page.getByLabel(`What ${value} means`).click();
      await page.getByRole("option", { name: "User", exact: true }).click();
    }
    await picture(page, "formats-values");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Done", exact: true }).click();
    await page.getByLabel("Field for Badge").click();
    await page.getByRole("option", { name: "Leave this column out" }).click();
    await page.getByLabel("Name of the mapping").fill("Terminal list");
    await button(/^Review/).click();
    await page.waitForURL(/\/imports\/\d+$/);
    await create(/^Create 2 accounts/, /2 accounts created/);
    await button("The whole record").click();
    await seen("Terminal list");
    await seen(/Mgr is User/);
  });

  test("are offered the mapping again, for a file of the same columns", async () => {
    await dropFile(page, "own-again.csv", lines.replaceAll("cu1@", "cu3@").replaceAll("cu2@", "cu4@"));
    await button(/^Match 7 columns/).click();
    await button("Use “Terminal list”").click();
    await expect.poll(() => page.getByText("As in “Terminal list”").count()).toBeGreaterThan(3);
    await button(/^Review/).click();
    await page.waitForURL(/\/imports\/\d+$/);
    await page.getByRole("button", { name: /New\s*2/ }).waitFor();
  });

  test("a workbook with two sheets: the one with people is suggested, another can be chosen", async () => {
    const file = openDocument({
      Notes: [["Read me"], ["Nothing here"]],
      People: [
        ["Email", "Full Name"],
        ["od1@formats.example", "Open One"],
      ],
      Leavers: [
        ["Email", "Full Name"],
        ["od2@formats.example", "Open Two"],
        ["od3@formats.example", "Open Three"],
      ],
    });
    await dropFile(page, "sheets.ods", file);
    await seen(/suggested/);
    await page.getByRole("radio", { name: "People" }).waitFor();
    expect(await page.getByRole("radio", { name: "People" }).isChecked()).toBe(true);
    await picture(page, "formats-sheets");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("radio", { name: "Leavers" }).click();
    await seen("od2@formats.example");
    await openReview(page);
    await page.getByRole("button", { name: /New\s*2/ }).waitFor();
  });
});

describe("files that cannot be taken as they are", () => {
  test("Windows-1252: what the repair changes is shown side by side, and done by one press", async () => {
    const lines = csv("Email,Full Name", "rene@formats.example,Ren\u00e9 M\u00fcller");
    await dropFile(page, "latin.csv", Buffer.from(lines, "latin1"));
    await page.getByRole("cell", { name: "René Müller" }).waitFor();
    await picture(page, "formats-encoding");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Read as Windows-1252" }).click();
    await seen("Looks like a Hosted users CSV");
    await openReview(page);
    await seen("René Müller");
  });

  const cases: { name: string; content: string | Buffer; says: RegExp }[] = [
    { name: "macros.xlsm", content: macroWorkbook(), says: /macro/i },
    { name: "locked.xlsx", content: encryptedWorkbook(), says: /encrypted|password/i },
    { name: "nothing.csv", content: csv("Colour,Size", "blue,4"), says: /header|known|address/i },
    { name: "pound.csv", content: readFileSync(join(formats, "connect/fixtures/pound.csv")), says: /Line 3/ },
  ];
  test.each(cases)("$name is explained", async ({ name, content, says }) => {
    await dropFile(page, name, content);
    await page.getByRole("alert").or(page.getByRole("status")).filter({ hasText: says }).first().waitFor();
  });

  test("a directory spreadsheet without its checkpoint says what is missing", async () => {
    await dropFile(page, "checkpoint.csv", csv("Address,Person", "a@formats.example,Ann"));
    await button("Another format").click();
    await page.getByRole("menuitem", { name: /Directory spreadsheet/ }).click();
    await seen(/exactly “?email/i);
  });
});

test("an export says what the format cannot hold before it is downloaded", async () => {
  await page.goto("/users?search=formats.example");
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/accounts in the file/).waitFor();
  await dialog.getByLabel("Format").click();
  await page.getByRole("option", { name: /Connect application/ }).click();
  await dialog.getByText("What this format has no place for").waitFor();
  await picture(page, "formats-export");
  expect(await violations(page)).toEqual([]);
  await dialog
    .getByRole("radio", { name: "XLSX" })
    .or(dialog.getByText("XLSX", { exact: true }))
    .first()
    .click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog
      .getByRole("link", { name: "Download XLSX" })
      .or(dialog.getByRole("button", { name: "Download XLSX" }))
      .first()
      .click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  expect(troubles).toEqual([]);
});

test("on a phone, columns are matched without scrolling sideways", async () => {
  const small = await visitor(browser, { baseURL, viewport: phone });
  await signIn(small.page, admin);
  await dropFile(small.page, "own.csv", csv("Work mail,Vorname,Rang", "ph1@formats.example,Phone,A"));
  await small.page
    .getByRole("link", { name: /^Match/ })
    .or(small.page.getByRole("button", { name: /^Match/ }))
    .first()
    .click();
  await small.page.getByRole("heading", { name: "Match columns" }).waitFor();
  await picture(small.page, "formats-match-phone");
  expect(await violations(small.page)).toEqual([]);
  const overflow = await small.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
