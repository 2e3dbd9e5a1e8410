/**
 * `npm run seed`: fills the installation of the settings with Halden Moor Logistics, a believable organisation of 13,900
 * people, through the same use cases as the console. Ends with 1 when there are people already.
 */
import { openInstallation } from "@rollcall/installation";
import type { Context } from "@rollcall/accounts";
import { atEnd, cleanUp, cleanUpOnSignals } from "./clean-up";
import { readSettings } from "./env";
import { InUse } from "./seed/first-administrator";
import { sow } from "./seed/sow";

const say = (line: string) => process.stderr.write(`${line}\n`);

cleanUpOnSignals();
try {
  process.exitCode = await seed(process.argv.slice(2));
} finally {
  await cleanUp();
}

async function seed(words: string[]): Promise<number> {
  const force = words.length === 1 && words[0] === "--force";
  if (words.length > 0 && !force) {
    say("npm run seed [-- --force]   --force: even when there are accounts already");
    return 2;
  }
  const began = performance.now();
  const settings = readSettings();
  const installation = await openInstallation(settings, { name: "seed", log: say });
  atEnd(() => installation.close());
  const log = { info: () => undefined, warn: say, error: say };
  const system: Context = {
    database: installation.database,
    principal: { kind: "system" },
    ip: null,
    userAgent: null,
    settings: { ...settings, secret: installation.secret },
    log,
  };
  try {
    const { email, password } = await sow(system, installation.databaseUrl, { force, say });
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    say(`\nHalden Moor Logistics is here (${seconds} s). npm start, then sign in:\n`);
    process.stdout.write(`  ${email}\n  ${password ?? "with the password you have"}\n\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof InUse)) throw error;
    say(error.message);
    return 1;
  }
}
