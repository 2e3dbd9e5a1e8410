// `npm run db:migrate`: applies the migrations that a database does not have yet.
//   node --import tsx packages/db/scripts/migrate.ts postgresql://…       an external PostgreSQL
//   node --import tsx packages/db/scripts/migrate.ts --data-dir .data     the embedded one
import { parseArgs } from "node:util";
import { applyMigrations } from "../src/migrations";
import { openEmbeddedServer } from "../src/server";
import { run, say, WrongUsage } from "./run";

await run(async () => {
  const { values, positionals } = parseArgs({
    options: { "data-dir": { type: "string" } },
    allowPositionals: true,
  });
  const [url, ...rest] = positionals;
  const dataDir = values["data-dir"];
  if (rest.length > 0 || (url === undefined) === (dataDir === undefined)) {
    throw new WrongUsage("Usage: migrate.ts DATABASE_URL | --data-dir FOLDER");
  }
  const server = dataDir === undefined ? null : await openEmbeddedServer({ dataDir, log: say });
  try {
    const applied = await applyMigrations(url ?? server?.url ?? "", { log: say });
    say(applied.length === 0 ? "The database is up to date." : `Done: ${applied.length} applied.`);
  } finally {
    await server?.close();
  }
  return 0;
});
