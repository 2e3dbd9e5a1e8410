/** The whole of Halden Moor, step by step. Knows no terminal: it tells what it does. */
import type { Context, ImportSummary } from "@rollcall/accounts";
import { withClient } from "../app/sql";
import { makeRandom } from "../people/random";
import { ageUnanswered, backdateImports, backdatePeople, readBefore, type PastImport } from "./backdate";
import { bringIn } from "./bring-in";
import { deliverMail } from "./deliver-mail";
import { firstAdministrator, type FirstAdministrator } from "./first-administrator";
import { addAdministrators, addPeople, administratorAddress } from "./manual-people";
import { administrators as everyAdministrator } from "./organisation";
import { pastFiles, type PastFile } from "./past-files";
import { makeRoster } from "./roster";
import { askForPasswords, changeStates } from "./states";
import { writeFile } from "./write-file";

export interface SowOptions {
  force: boolean;
  say: (line: string) => void;
}

/** `system` may do everything. Throws InUse where there are people already. */
export async function sow(
  system: Context,
  databaseUrl: string,
  options: SowOptions,
): Promise<FirstAdministrator> {
  const { say } = options;
  const before = await withClient(databaseUrl, readBefore);
  const first = await firstAdministrator(system, options.force);
  const random = makeRandom(2026);
  const roster = makeRoster(
    random,
    everyAdministrator.map(({ name }) => administratorAddress(name)),
  );
  const as = (id: string): Context => ({ ...system, principal: { kind: "operator", accountId: BigInt(id) } });

  say("Administrators and people added by hand …");
  const administrators = await addAdministrators(as(first.id));
  const who = (place: number) => as(administrators[place]?.id ?? first.id);
  await addPeople([who(0), who(4), who(7)], roster, random, 126);

  const imports: PastImport[] = [];
  const bring = async (file: PastFile) => {
    const text = writeFile(file, roster, administrators, random);
    const { id, summary } = await bringIn(who(file.by), system, file, text);
    imports.push({ id, daysAgo: file.daysAgo });
    say(`  ${file.name.padEnd(26)} ${describe(summary)}`);
  };
  say("Files of the past year …");
  for (const file of pastFiles.filter(({ end }) => end !== "waits")) await bring(file);
  const chart = { name: "org-chart.csv", mode: "create", end: "completed" } as const;
  imports.push({ id: (await bringIn(who(4), system, chart, orgChart)).id, daysAgo: 12 });

  say("Disabled, locked and deleted accounts, new passwords …");
  const forgetful = await changeStates({ office: who(0), helpDesk: who(11) }, random);

  say("Mail …");
  await deliverMail(system);
  await withClient(databaseUrl, (client) => ageUnanswered(client, before, 3));
  await deliverMail(system);
  await askForPasswords(who(11), forgetful);

  say("The file that waits for a review …");
  for (const file of pastFiles.filter(({ end }) => end === "waits")) await bring(file);
  await withClient(databaseUrl, async (client) => {
    await backdateImports(client, imports);
    await backdatePeople(client, before);
    await client.query("ANALYZE");
  });
  return first;
}

/** No file of accounts at all: it is refused. */
const orgChart =
  "Box;Reports to;Level\r\nExecutive office;;1\r\nOperations;Executive office;2\r\nFleet;Operations;3\r\n";

function describe(summary: ImportSummary | null): string {
  if (summary === null) return "refused";
  const { create, update, unchanged, skip, problem } = summary;
  return Object.entries({ create, update, unchanged, skip, problem })
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count.toLocaleString("en")} ${outcome}`)
    .join(", ");
}
