// `npm run rollcall -- …`: the command line. Quiet and quick when the checkout is ready; stdout belongs to the command.
import { makeReady } from "./ready.mjs";
import { runCommand } from "./stop.mjs";
import { load } from "./typescript.mjs";

await runCommand(async () => {
  await makeReady();
  const { main } = await load("apps/cli/src/main.ts");
  await main(process.argv.slice(2));
});
