// `npm run dev`: like `npm start`, but nothing is built and what changes is loaded again.
import { makeReady } from "./ready.mjs";
import { runCommand } from "./stop.mjs";
import { load } from "./typescript.mjs";
import { endWithParent } from "./parent.mjs";

await runCommand(async () => {
  endWithParent();
  await makeReady();
  const { main } = await load("apps/launcher/src/main.ts");
  await main({ hot: true, prepareWeb: async () => undefined });
});
