// `npm run db:new NAME`: writes the next migration from the difference between schema.prisma and the migrations.
//   node --import tsx packages/db/scripts/new-migration.ts NAME [--empty] [--url postgresql://… | --data-dir FOLDER]
// Without a server named it starts one for the moment. `--empty` writes a file to be filled by hand when nothing differs.
import { parseArgs } from "node:util";
import { createMigration } from "../src/migrations";
import { run, say, withChosenServer, WrongUsage } from "./run";

await run(async () => {
  const { values, positionals } = parseArgs({
    options: { "data-dir": { type: "string" }, url: { type: "string" }, empty: { type: "boolean" } },
    allowPositionals: true,
  });
  const title = positionals.join(" ");
  if (title === "")
    throw new WrongUsage("Usage: new-migration.ts NAME [--empty] [--url URL | --data-dir FOLDER]");
  return withChosenServer(values.url, values["data-dir"], async (server) => {
    const created = await createMigration(title, { ...server, empty: values.empty ?? false });
    if (created === null) {
      say("Nothing to do: schema and migrations agree. (--empty writes a migration to be filled by hand.)");
      return 0;
    }
    say(`Wrote prisma/migrations/${created.name}/migration.sql:\n\n${created.sql}`);
    if (created.removes) say("It removes something. Read it before you commit it.");
    return 0;
  });
});
