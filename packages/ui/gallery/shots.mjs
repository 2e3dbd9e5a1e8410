// Takes pictures of the gallery's scenes and runs axe on them: node gallery/shots.mjs [scene …]
// Pictures go to dist/gallery/shots. Ends with 1 when axe finds anything.
import { join } from "node:path";
import { axe, axeRules, shots, start } from "./serve.mjs";

const all = ["states", "list", "overview", "file", "review", "person", "forms", "sign-in", "popups"];
const args = process.argv.slice(2);
const scenes = args.length > 0 ? args : all;
const { base, browser, server } = await start();
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
