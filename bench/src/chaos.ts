/**
 * `npm run chaos`: files are imported and undone one after the other while the worker, the web and PostgreSQL are killed at
 * moments of chance and the disk fills up. After each blow the invariants are asked; at the end nothing may be unfinished.
 * Ends with "N passed, N failed": one for each blow, each full disk, each life of an import and the end.
 */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArguments, usage } from "./chaos/arguments";
import { runChaos } from "./chaos/run-chaos";
import { cleanUp, cleanUpOnSignals } from "./clean-up";
import { resultsFolder } from "./env";

const say = (line: string) => process.stderr.write(`${line}\n`);

const plan = readArguments(process.argv.slice(2));
if ("mistake" in plan) {
  say(`chaos: ${plan.mistake}\n${usage}`);
  process.exit(2);
}
cleanUpOnSignals();
await mkdir(resultsFolder, { recursive: true });
const folder = await mkdtemp(join(tmpdir(), "rollcall-chaos-"));
try {
  const { passed, failures } = await runChaos(plan, folder, say);
  for (const failure of failures) say(`FAILED ${failure}`);
  process.stdout.write(`${String(passed)} passed, ${String(failures.length)} failed\n`);
  process.exitCode = failures.length === 0 ? 0 : 1;
} finally {
  await cleanUp();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
