// The smaller root commands (seed, bench, db:…): each is one TypeScript script, run from source in this process.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./project.mjs";
import { makeReady } from "./ready.mjs";
import { runCommand, Stop } from "./stop.mjs";
import { load } from "./typescript.mjs";

const scripts = {
  seed: "bench/src/seed.ts",
  bench: "bench/src/bench.ts",
  chaos: "bench/src/chaos.ts",
  "db:migrate": "packages/db/scripts/migrate.ts",
  "db:new": "packages/db/scripts/new-migration.ts",
  "db:check": "packages/db/scripts/check.ts",
};

await runCommand(async () => {
  const [name = "", ...words] = process.argv.slice(2);
  const script = scripts[name];
  if (script === undefined)
    throw new Stop(`there is no tool ${name}; there are ${Object.keys(scripts).join(", ")}.`, 2);
  if (!existsSync(join(root, script)))
    throw new Stop(`${name} is not part of this version (${script} is missing).`);
  await makeReady();
  const given = name === "db:migrate" && words.length === 0 ? await ownDatabase() : words;
  process.argv.splice(1, process.argv.length, join(root, script), ...given);
  await load(script);
});

/** The words that name the database of the settings. */
async function ownDatabase() {
  const { readSettings } = await load("apps/cli/src/env.ts");
  const { databaseUrl, dataDir } = readSettings();
  return databaseUrl === null ? ["--data-dir", dataDir] : [databaseUrl];
}
