// Presses keys in the gallery as a person would, and says what did not work: node gallery/keys.mjs
import { join } from "node:path";
import { axe, axeRules, dist, start } from "./serve.mjs";

const { base, browser, server } = await start();
let faults = 0;
let page;
const theme = process.argv[2] ?? "light";
async function open(scene, width = 1440) {
  await page?.close();
  page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: theme });
  page.on("pageerror", (error) => fault(`${scene}: ${error.message}`));
  page.on("console", (m) => {
    if (m.type() === "error" && !m.text().includes("404")) fault(`${scene}: ${m.text()}`);
  });
  page.setDefaultTimeout(4000);
  await page.goto(`${base}/#${scene}`);
  await page.waitForLoadState("networkidle");
}
function fault(text) {
  faults += 1;
  process.stdout.write(`FAULT ${text}\n`);
}
async function check(name, run) {
  try {
    const answer = await run();
    if (answer === false) fault(name);
    else process.stdout.write(`ok ${name}\n`);
  } catch (error) {
    fault(`${name}: ${String(error.message).split("\n").slice(0, 14).join("\n")}`);
  }
}
async function audit(name) {
  await page.addScriptTag({ content: axe });
  const { violations } = await page.evaluate(
    (rules) =>
      window.axe.run(
        { exclude: ["[data-base-ui-focus-guard]"] },
        { runOnly: rules, rules: { region: { enabled: false } } },
      ),
    axeRules,
  );
  for (const v of violations)
    fault(
      `${name} axe: ${v.id} ${v.nodes
        .slice(0, 3)
        .map((n) => n.html.slice(0, 200) + " | " + (n.any[0]?.message ?? n.all[0]?.message ?? ""))
        .join(" ;; ")}`,
    );
}
const shot = (name) => page.screenshot({ path: join(dist, "shots", `open-${name}-${theme}.png`) });
const focusText = () =>
  page.evaluate(
    () =>
      document.activeElement?.textContent?.trim() ||
      document.activeElement?.getAttribute("aria-label") ||
      document.activeElement?.tagName,
  );
const button = (name) => page.getByRole("button", { name, exact: true });

await open("popups");
await check("menu opens by mouse and closes by its button", async () => {
  await button("Menu").click();
  await page.getByRole("menuitem", { name: "Rename" }).waitFor();
  await audit("menu");
  await shot("menu");
  await button("Menu").click();
  await page.getByRole("menu").waitFor({ state: "detached" });
});
await check("menu by keyboard: first item, arrows, Enter, focus back", async () => {
  await button("Menu").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith("Rename"));
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.activeElement?.textContent === "Duplicate");
  await page.keyboard.press("Enter");
  await page.getByText("duplicate", { exact: true }).waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Menu");
});
await check("menu: Esc returns focus", async () => {
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith("Rename"));
  await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement?.textContent === "Menu");
});
await check("submenu", async () => {
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith("Rename"));
  await page.keyboard.type("Move");
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.activeElement?.textContent === "Yard");
  await page.keyboard.press("Enter");
  await page.getByText("yard", { exact: true }).waitFor();
});
await check("select by mouse", async () => {
  await page.getByRole("combobox", { name: "Plan" }).click();
  await page.getByRole("option", { name: "Office" }).waitFor();
  await audit("select");
  await shot("select");
  await page.getByRole("option", { name: "Office" }).click();
  await page.getByRole("listbox").waitFor({ state: "detached" });
  return (await page.getByRole("combobox", { name: "Plan" }).textContent()) === "Office";
});
await check("select by keyboard", async () => {
  await page.getByRole("combobox", { name: "Plan" }).focus();
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "option");
  await page.keyboard.type("Con");
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith("Contractor"));
  await page.keyboard.press("Enter");
  await page.getByRole("listbox").waitFor({ state: "detached" });
  if ((await page.getByRole("combobox", { name: "Plan" }).textContent()) !== "Contractor") return false;
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "combobox");
});
await check("select closes by its box", async () => {
  await page.getByRole("combobox", { name: "Plan" }).click();
  await page.getByRole("listbox").waitFor();
  await page.getByRole("combobox", { name: "Plan" }).click();
  await page.getByRole("listbox").waitFor({ state: "detached" });
});
await check("combobox filters, chooses, creates", async () => {
  const box = page.getByRole("combobox", { name: "Department", exact: true });
  await box.click();
  await page.getByRole("option", { name: "Customs" }).waitFor();
  await shot("combobox");
  await box.fill("fle");
  await page.getByRole("option", { name: "Fleet" }).waitFor();
  await page.keyboard.press("Enter");
  if ((await box.inputValue()) !== "Fleet") return false;
  await box.fill("Harbour");
  await page.getByText("Create “Harbour”").click();
  await page.getByText("create Harbour", { exact: true }).waitFor();
});
await check("combobox with several", async () => {
  const box = page.getByRole("combobox", { name: "Departments" });
  await box.fill("yar");
  await page.getByRole("option", { name: "Yard" }).click();
  await page.getByLabel("Remove Yard").waitFor();
  await box.press("Escape");
  await audit("combobox several");
});
await check("popover: focus in, Esc, focus back", async () => {
  await button("Popover").click();
  await page.getByRole("dialog", { name: "Filter by date" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "INPUT");
  await audit("popover");
  await shot("popover");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.textContent === "Popover");
});
await check("tooltip on keyboard focus", async () => {
  await page.keyboard.press("Tab");
  await page.getByRole("tooltip").waitFor();
  await shot("tooltip");
  await audit("tooltip");
  await page.keyboard.press("Escape");
  await page.getByRole("tooltip").waitFor({ state: "detached" });
});
await check("tooltip on hover", async () => {
  await button("More").hover();
  await page.getByRole("tooltip").waitFor();
  await page.mouse.move(5, 5);
  await page.getByRole("tooltip").waitFor({ state: "detached" });
});
await check("command menu: ⌘K, type, arrows, Enter", async () => {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Command menu" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "combobox");
  await page.keyboard.type("nowa");
  await page.getByRole("option", { name: /Jan/ }).waitFor();
  await audit("command menu");
  await shot("command");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByText("jan", { exact: true }).waitFor();
  await page.getByRole("dialog").waitFor({ state: "detached" });
});
await check("dialog: focus in, select inside, Enter submits, focus back", async () => {
  await button("Dialog").click();
  await page.getByRole("dialog", { name: "Add a department" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "INPUT");
  await audit("dialog");
  await shot("dialog");
  await page.getByRole("dialog").getByRole("combobox").click();
  await page.getByRole("option", { name: "Office" }).click();
  await page.getByRole("listbox").waitFor({ state: "detached" });
  await page.getByLabel("Name").press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement?.textContent === "Dialog");
});
await check("alert: safe button has focus, Esc keeps", async () => {
  await button("Alert").click();
  await page.getByRole("alertdialog", { name: "Delete 4 users?" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Keep them");
  await audit("alert");
  await shot("alert");
  await page.keyboard.press("Escape");
  await page.getByRole("alertdialog").waitFor({ state: "detached" });
  await button("Alert").click();
  await button("Delete 4 users").click();
  await page.getByText("deleted", { exact: true }).waitFor();
});
await check("drawer", async () => {
  await button("Drawer").click();
  await page.getByRole("dialog", { name: "Rows that need attention" }).waitFor();
  await page.waitForTimeout(300);
  await audit("drawer");
  await shot("drawer");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
});
await check("toasts", async () => {
  await button("Toast").click();
  await button("Bad toast").click();
  await button("Progress toast").click();
  await page.getByText("workforce-q4.xlsx").waitFor();
  await page.waitForTimeout(300);
  await audit("toasts");
  await shot("toasts");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("undo", { exact: true }).waitFor();
});

await open("list");
await check("grid: Tab to a row, arrows, X, Shift, Esc, End, Enter", async () => {
  await page.locator("[data-row]").first().focus();
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelectorAll("[data-selected]").length === 0);
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(
    () => document.activeElement?.closest("[data-index]")?.getAttribute("data-index") === "1",
  );
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.waitForFunction(() => document.querySelectorAll("[data-selected]").length === 3);
  await shot("grid");
  await page.keyboard.press("End");
  await page.waitForFunction(
    () => document.activeElement?.closest("[data-index]")?.getAttribute("data-index") === "2317",
  );
  await page.keyboard.press("PageUp");
  await page.waitForFunction(
    () => Number(document.activeElement?.closest("[data-index]")?.getAttribute("data-index")) < 2310,
  );
  await page.keyboard.press("Home");
  await page.waitForFunction(
    () => document.activeElement?.closest("[data-index]")?.getAttribute("data-index") === "0",
  );
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, 20000);
  await page.waitForTimeout(200);
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(
    () => document.activeElement?.closest("[data-index]")?.getAttribute("data-index") === "1",
  );
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash === "#person");
});
await open("list");
await check("grid: shift-click range, slash search", async () => {
  await page.getByRole("button", { name: "Clear selection" }).click();
  await page.getByRole("checkbox", { name: "Select Adaeze Nwosu" }).first().click();
  await page
    .getByRole("checkbox")
    .nth(5)
    .click({ modifiers: ["Shift"] });
  await page.waitForFunction(() => document.querySelectorAll("[data-selected]").length === 5);
  await page.keyboard.press("/");
  return page.evaluate(() => document.activeElement?.getAttribute("type") === "search");
});
await open("list", 390);
await check("navigation drawer on a phone", async () => {
  await button("Open navigation").click();
  await page.getByRole("dialog", { name: "Navigation" }).waitFor();
  await page.waitForTimeout(300);
  await audit("navigation");
  await shot("navigation");
});

await open("person");
await check("line edited in place: Enter on the pencil, type, Enter saves, focus back", async () => {
  await page.getByRole("button", { name: "Change Works at" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Works at");
  await shot("edit");
  await page.keyboard.type(" 2");
  await page.keyboard.press("Enter");
  await page.getByText("Terminal 4, gate B 2").waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Change Works at");
});
await check("line edited in place: Esc restores, a refusal stays", async () => {
  await page.keyboard.press("Enter");
  await page.keyboard.type("nonsense");
  await page.keyboard.press("Escape");
  await page.getByText("Terminal 4, gate B 2").waitFor();
  await page.getByRole("button", { name: "Change Phone" }).click();
  await page.keyboard.type("12");
  await page.keyboard.press("Enter");
  await page.getByText("Write it with the country code").waitFor();
  await audit("edit refused");
  await page.keyboard.press("Escape");
});
await check("line edited by a list", async () => {
  await page.getByRole("button", { name: "Change Department" }).click();
  await page.getByRole("option", { name: "Customs" }).click();
  await page.getByText("Customs", { exact: true }).waitFor();
  await page.waitForFunction(
    () => document.activeElement?.getAttribute("aria-label") === "Change Department",
  );
});
await open("states");
await check("tiles: press, Shift adds, press again clears", async () => {
  const tile = (name) => page.getByRole("button", { name });
  await tile(/^New/).click();
  await tile(/^Skipped/).click({ modifiers: ["Shift"] });
  if ((await page.locator("[aria-pressed=true]").count()) !== 2) return false;
  await tile(/^Skipped/).click();
  await tile(/^Skipped/).click();
  return (await page.locator("[aria-pressed=true]").count()) === 0;
});
await check("segments by arrow keys", async () => {
  await page.getByRole("radio", { name: "Keep" }).focus();
  await page.keyboard.press("ArrowRight");
  return page.getByRole("radio", { name: "Clear" }).isChecked();
});
await check("theme is kept", async () => {
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  if ((await page.evaluate(() => document.documentElement.dataset.theme)) !== "dark") return false;
  return page.evaluate(() => localStorage.getItem("rollcall-theme") === "dark");
});
await open("file");
await check("a chosen file, a pasted file, a wrong file", async () => {
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "b.csv", mimeType: "text/csv", buffer: Buffer.from("a") });
  await page.getByText("b.csv", { exact: true }).waitFor();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], "pasted.tsv"));
    window.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await page.getByText("pasted.tsv", { exact: true }).waitFor();
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "c.pdf", mimeType: "x", buffer: Buffer.from("a") });
  return page.getByText("pasted.tsv", { exact: true }).isVisible();
});
await open("overview");
await check("chart: table, tooltip on hover and by arrows", async () => {
  const chart = page.locator(".recharts-wrapper").first();
  await chart.hover({ position: { x: 500, y: 100 } });
  await page.getByText("All accounts").waitFor();
  await shot("chart");
  await page.mouse.move(5, 5);
  await page.locator(".recharts-surface").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.getByText("All accounts").waitFor();
  await page.getByRole("button", { name: "Show as table" }).first().click();
  await page.getByRole("table", { name: "Accounts over time" }).waitFor();
  await audit("chart table");
  await shot("chart-table");
});
await open("review");
await check("rows open and close by arrows", async () => {
  await page.locator("[data-index='3'] [data-row]").focus();
  await page.keyboard.press("ArrowLeft");
  await page.waitForFunction(
    () => document.querySelector("[data-index='3'] [data-row]")?.getAttribute("aria-expanded") === "false",
  );
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(
    () => document.querySelector("[data-index='3'] [data-row]")?.getAttribute("aria-expanded") === "true",
  );
});

await browser.close();
server.close();
process.stdout.write(faults === 0 ? "all well\n" : `${faults} faults\n`);
process.exitCode = faults === 0 ? 0 : 1;
