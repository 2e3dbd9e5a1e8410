/** Who acts while the seed is sown: the administrator there is, or one who is made. Refuses where people are at home already. */
import { randomInt } from "node:crypto";
import { ensureFirstAdministrator, listAccounts, updateSettings, type Context } from "@rollcall/accounts";
import { granted } from "./granted";
import { administrators, domains } from "./organisation";

export interface FirstAdministrator {
  id: string;
  email: string;
  /** null when the administrator was there before: only they know it */
  password: string | null;
}

/** This installation is in use: nothing was changed. */
export class InUse extends Error {}

/** `force`: whoever is there already. */
export async function firstAdministrator(system: Context, force: boolean): Promise<FirstAdministrator> {
  const { total } = granted(await listAccounts(system, { limit: 1 }));
  if (total.count > 1 && !force) {
    throw new InUse(
      `There are ${total.count.toLocaleString("en")} accounts here already, so nothing was changed. ` +
        "Choose another folder (DATA_DIR=.demo npm run seed), or say --force to add the demo organisation to what is there.",
    );
  }
  const email = `ingrid.solheim@${domains.own}`;
  const password = makePassword();
  const fullName = administrators[0]?.name;
  const { made } = granted(await ensureFirstAdministrator(system, { email, password, fullName }));
  if (made || total.count <= 1) {
    granted(await updateSettings(system, { values: { "organisation.name": "Halden Moor Logistics" } }));
  }
  const strongest = granted(
    await listAccounts(system, {
      filters: { role: "MASTER" },
      sort: { by: "created", direction: "asc" },
      limit: 1,
    }),
  ).items[0];
  if (strongest === undefined) throw new Error("There is no Master administrator.");
  return { id: strongest.id, email: strongest.email, password: made ? password : null };
}

const words =
  "anchor barge cargo crane depot ferry harbour jetty lorry mooring pallet quay siding trailer wharf".split(
    " ",
  );

/** Easy to type from a terminal; 3 words of 15 and 6 digits are 31 bits, enough behind the throttle of sign-ins. */
function makePassword(): string {
  const word = () => words[randomInt(words.length)] ?? "quay";
  return `${word()}-${word()}-${word()}-${randomInt(100_000, 1_000_000)}`;
}
