// `npm start`: makes the checkout ready, then becomes the launcher. The web is built only once the settings are known
// to be good and this process is to serve it.
import { makeReady, makeWeb } from "./ready.mjs";
import { runCommand } from "./stop.mjs";
import { load } from "./typescript.mjs";
import { endWithParent } from "./parent.mjs";

await runCommand(async () => {
  endWithParent();
  await makeReady();
  const { main } = await load("apps/launcher/src/main.ts");
  await main({ hot: false, prepareWeb: makeWeb });
});
