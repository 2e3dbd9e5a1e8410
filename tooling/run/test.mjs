// `npm test`: every check there is, one after the other, each in a section of its own. Ends with one plain line
// "N passed, N failed". `npm test -- --only unit,e2e` runs some of them.
import { mkdirSync } from "node:fs";
import { checks } from "./checks.mjs";
import { ensureChromium } from "./chromium.mjs";
import { memory } from "./project.mjs";
import { makeReady } from "./ready.mjs";
import { runCommand, Stop } from "./stop.mjs";

await runCommand(async () => {
  const chosen = chooseChecks(process.argv.slice(2));
  await makeReady();
  mkdirSync(memory, { recursive: true });
  const env = chosen.some((check) => check.browser) ? { CHROMIUM_PATH: await ensureChromium() } : {};
  const results = [];
  for (const check of chosen) results.push(await runCheck(check, env, results));
  summarise(results);
});

function chooseChecks(words) {
  if (words.length === 0) return checks;
  const [flag = "", list = flag.replace(/^--only=?/, ""), ...rest] = words;
  const wanted = list.split(",").filter((id) => id !== "");
  const unknown = wanted.filter((id) => !checks.some((check) => check.id === id));
  if (!/^--only(=|$)/.test(flag) || rest.length > 0 || wanted.length === 0 || unknown.length > 0) {
    const ids = checks.map((check) => check.id).join(",");
    throw new Stop(`usage: npm test -- --only ${ids} (some of these, with commas).`, 2);
  }
  return checks.filter((check) => wanted.includes(check.id));
}

async function runCheck(check, env, before) {
  process.stdout.write(`\n── ${check.title} ${"─".repeat(Math.max(2, 72 - check.title.length))}\n`);
  const needed = before.find((result) => result.check.id === check.needs);
  if (needed !== undefined && needed.failed > 0) {
    process.stdout.write(`not run: ${needed.check.title} failed\n`);
    return { check, passed: 0, failed: 1, skipped: 0, seconds: 0 };
  }
  const began = Date.now();
  const counts = await check.run(env);
  const seconds = Math.round((Date.now() - began) / 1000);
  process.stdout.write(`${verdict(counts)} (${seconds} s)\n`);
  return { check, ...counts, seconds };
}

function verdict({ passed, failed, skipped, note }) {
  if (note !== undefined) return note;
  const skips = skipped > 0 ? `, ${skipped} skipped` : "";
  return failed > 0 ? `FAILED: ${failed} of ${passed + failed}${skips}` : `ok: ${passed}${skips}`;
}

function summarise(results) {
  process.stdout.write("\n── Summary ─────────────────────────────────────────────────────────────────\n");
  for (const result of results) {
    process.stdout.write(
      `${result.check.title.padEnd(50)} ${`${result.seconds} s`.padStart(6)}  ${verdict(result)}\n`,
    );
  }
  const failures = results.flatMap((result) => result.failures ?? []);
  if (failures.length > 0)
    process.stdout.write(`\nFailed:\n${failures.map((line) => `  ${line}\n`).join("")}`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  process.exitCode = sum("failed") > 0 ? 1 : 0;
  process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed\n`);
}
