// Takes pictures of the gallery's scenes and runs axe on them: node gallery/shots.mjs [scene …]
// Pictures go to gallery/dist/shots. Ends with 1 when axe finds anything.
import { createServer } from "node:http";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const shots = join(dist, "shots");
mkdirSync(shots, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };
const server = createServer((request, response) => {
  const path = new URL(request.url ?? "/", "http://x").pathname;
  const file = join(dist, path === "/" ? "index.html" : path);
  try {
    const body = readFileSync(file);
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const base = `http://127.0.0.1:${server.address().port}`;

const all = ["states", "list", "overview", "file", "review", "person", "forms", "sign-in", "popups"];
const args = process.argv.slice(2);
const scenes = args.length > 0 ? args : all;
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
let faults = 0;
for (const scene of scenes)
  for (const theme of ["light", "dark"])
    for (const width of [1440, 390]) {
      const page = await browser.newPage({
        viewport: { width, height: width === 390 ? 844 : 900 },
        colorScheme: theme,
      });
      page.on("pageerror", (error) => report(`${scene}: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error" && !message.text().includes("404"))
          report(`${scene}: ${message.text()}`);
      });
      await page.goto(`${base}/#${scene}`);
      await page.waitForLoadState("networkidle");
      await page.evaluate(() => document.fonts.ready);
      const long = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight);
      await page.screenshot({ path: join(shots, `${scene}-${width}-${theme}.png`), fullPage: long });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) report(`${scene} ${width}: ${overflow} px wider than the screen`);
      await page.addScriptTag({ content: axe });
      const found = await page.evaluate(() =>
        window.axe.run(document, {
          runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        }),
      );
      for (const violation of found.violations)
        report(
          `${scene} ${width} ${theme}: ${violation.id} ${violation.help}\n  ${violation.nodes
            .slice(0, 4)
            .map((node) => node.html.slice(0, 160) + (node.any[0] ? `\n     ${node.any[0].message}` : ""))
            .join("\n  ")}`,
        );
      await page.close();
    }
await browser.close();
server.close();
process.stdout.write(faults === 0 ? "axe finds nothing\n" : `${faults} faults\n`);
process.exitCode = faults === 0 ? 0 : 1;

function report(text) {
  faults += 1;
  process.stdout.write(`${text}\n`);
}
