// The checks of `npm test`, in the order they run. Each gives back how many passed and failed: a tool counts as one,
// a test runner as its tests.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { runChild } from "./child.mjs";
import { pnpmAloud, toolEnvironment } from "./pnpm.mjs";
import { memory, root, workspaceFolders } from "./project.mjs";

const bin = (name) => join(root, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);
const turbo = (...words) =>
  pnpmAloud(["exec", "turbo", "run", ...words, "--concurrency=2", "--continue", "--output-logs=errors-only"]);

const prettierCache = ["--cache", "--cache-location=node_modules/.rollcall/prettier"];

/** One check counts as one. */
async function one(running) {
  const code = await running;
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** `browser`: the check drives Chromium. `needs`: a check without which this one says nothing. */
export const checks = [
  {
    id: "format",
    title: "Formatting (prettier)",
    run: () => one(runChild(bin("prettier"), ["--check", "--log-level=warn", ...prettierCache, "."])),
  },
  { id: "types", title: "Types (tsc)", run: () => one(turbo("typecheck")) },
  { id: "lint", title: "Lint (eslint)", run: () => one(turbo("lint")) },
  {
    id: "boundaries",
    title: "Who may import whom (dependency-cruiser)",
    run: () => one(runChild(bin("depcruise"), ["--config", ".dependency-cruiser.cjs", "apps", "packages"])),
  },
  {
    id: "unused",
    title: "Unused files, exports and dependencies (knip)",
    run: () => one(runChild(bin("knip"), [])),
  },
  {
    id: "db",
    title: "Schema and migrations agree (db:check)",
    run: () => one(runChild(process.execPath, ["tooling/run/tool.mjs", "db:check"])),
  },
  { id: "unit", title: "Unit and database tests (vitest)", browser: true, run: (env) => unitTests(env) },
  { id: "build", title: "Web build (next)", run: () => one(turbo("build", "--filter=@rollcall/web")) },
  {
    id: "e2e",
    title: "Journeys in a real browser",
    browser: true,
    needs: "build",
    run: (env) => journeys(env),
  },
  {
    id: "chaos",
    title: "Killed and on a full disk (chaos --short)",
    needs: "build",
    run: () =>
      counted((onOutput) =>
        runChild(process.execPath, ["tooling/run/tool.mjs", "chaos", "--short"], { onOutput }),
      ),
  },
];

async function unitTests(env) {
  const total = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const folder of workspaceFolders()) {
    if (folder === "e2e" || scriptOf(folder, "test") !== "vitest run") continue;
    process.stdout.write(`\n${folder}\n`);
    add(total, await vitest(folder, env));
  }
  return total;
}

async function journeys(env) {
  if (scriptOf("e2e", "test") === null)
    return { passed: 0, failed: 0, skipped: 0, note: "there are none yet" };
  if (scriptOf("e2e", "test") === "vitest run") return vitest("e2e", env);
  const words = ["--filter", "@rollcall/e2e", "run", "test"];
  return counted((onOutput) => pnpmAloud(words, env, onOutput));
}

/** Runs what `start` starts, shows what it says, and counts by that. */
async function counted(start) {
  let said = "";
  const code = await start((chunk) => {
    process.stdout.write(chunk);
    said = (said + chunk.toString("utf8")).slice(-4_000);
  });
  return readCounts(code, said);
}

/** The last line "N passed, N failed" of what a runner of our own said; without one it counts as one check. */
function readCounts(code, said) {
  const line = [...said.matchAll(/^(?:\w+: )?(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  if (line === undefined) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const [passed, failed, skipped] = [line[1], line[2], line[3] ?? "0"].map(Number);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped };
}

function scriptOf(folder, name) {
  const file = join(root, folder, "package.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")).scripts?.[name] ?? null) : null;
}

async function vitest(folder, env) {
  const report = join(memory, "vitest.json");
  rmSync(report, { force: true });
  const words = [
    "run",
    "--passWithNoTests",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const vitestBin = join(
    root,
    folder,
    "node_modules",
    ".bin",
    process.platform === "win32" ? "vitest.cmd" : "vitest",
  );
  const code = await runChild(vitestBin, words, {
    cwd: join(root, folder),
    env: { ...toolEnvironment(), ...env },
  });
  return countVitest(folder, code, existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null);
}

/** A file that could not be loaded has no tests to fail, and neither has an error outside of tests: each counts once. */
function countVitest(folder, code, report) {
  const passed = report?.numPassedTests ?? 0;
  const broken = (report?.testResults ?? []).filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const failed = (report?.numFailedTests ?? 0) + broken.length;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  return {
    passed,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped,
    failures: nameFailures(folder, code, report),
  };
}

/** What failed, by file and name with the first line of why, to be said once more at the very end. */
function nameFailures(folder, code, report) {
  const failures = [];
  for (const file of report?.testResults ?? []) {
    const place = relative(root, file.name);
    const failed = file.assertionResults.filter((test) => test.status === "failed");
    if (file.status === "failed" && file.assertionResults.length === 0)
      failures.push(`${place}: could not be run. ${firstLine(file.message)}`);
    for (const test of failed)
      failures.push(`${place}: ${test.fullName.trim()}. ${firstLine(test.failureMessages?.[0])}`);
  }
  if (failures.length === 0 && code !== 0) failures.push(`${folder}: the runner ended with code ${code}.`);
  return failures;
}

function firstLine(text) {
  return (text ?? "").split("\n", 1)[0].slice(0, 300);
}

function add(total, part) {
  for (const key of ["passed", "failed", "skipped"]) total[key] += part[key];
  total.failures.push(...part.failures);
}
