// `npm run db:check`: exits 1 when schema.prisma and the migrations disagree; CI runs it.
//   node --import tsx packages/db/scripts/check.ts [--url postgresql://… | --data-dir FOLDER]
// Without a server named it starts one for the moment; a scratch database is made on it and dropped again.
import { parseArgs } from "node:util";
import { checkMigrations } from "../src/migrations";
import { run, say, withChosenServer } from "./run";

await run(async () => {
  const { values } = parseArgs({ options: { "data-dir": { type: "string" }, url: { type: "string" } } });
  return withChosenServer(values.url, values["data-dir"], async (server) => {
    const check = await checkMigrations(server);
    if (check.agrees) {
      say("Schema and migrations agree.");
      return 0;
    }
    say(
      `Schema and migrations disagree. What is missing from the migrations:\n\n${check.missing}\n` +
        "Write it with: npm run db:new NAME\n" +
        "Is one of these made by hand on purpose? Say so in the migration that makes it (packages/db/README.md, Migrations):\n" +
        "  comment on index NAME is 'by hand: why';",
    );
    return 1;
  });
});
