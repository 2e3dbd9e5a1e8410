/** Accounts made by hand: the administrators, and people who were added one by one over the year. */
import { randomBytes } from "node:crypto";
import {
  addAccount,
  describeRefusal,
  listAccounts,
  type AddAccountInput,
  type Context,
} from "@rollcall/accounts";
import { toAscii } from "../people/person";
import type { Random } from "../people/random";
import { granted } from "./granted";
import { administrators, domains, units } from "./organisation";
import type { Member, Roster } from "./roster";

export interface MadeAdministrator extends Member {
  id: string;
}

/** first.last@, also of those with two family names */
export function administratorAddress(name: string): string {
  return `${name.split(" ").map(toAscii).slice(0, 2).join(".")}@${domains.own}`;
}

/** In the order of `administrators`. */
export async function addAdministrators(acting: Context): Promise<MadeAdministrator[]> {
  const made: MadeAdministrator[] = [];
  for (const { name, adminRole, department } of administrators) {
    const email = administratorAddress(name);
    const id = await add(acting, {
      email,
      fullName: name,
      role: "ADMINISTRATOR",
      adminRole,
      departmentName: department,
      groups: ["Staff"],
      password: unknownPassword(),
      sendWelcome: false,
    });
    made.push({ id, email, name, department, groups: ["Staff"] });
  }
  return made;
}

/** Half of them chose a password; the others were invited. */
export async function addPeople(
  acting: readonly Context[],
  roster: Roster,
  random: Random,
  count: number,
): Promise<void> {
  for (let nth = 0; nth < count; nth += 1) {
    const { email, name, department, groups } = roster.join(units, { stays: false });
    const phone = random.chance(0.6) ? `+47 555 01 ${100 + random.int(900)}` : null;
    const invited = random.chance(0.5);
    await add(random.pick(acting), {
      email,
      fullName: name,
      departmentName: department,
      groups: [...groups],
      phone,
      description: random.chance(0.2) ? random.pick(remarks) : null,
      password: invited ? null : unknownPassword(),
      sendWelcome: invited,
    });
  }
}

const remarks = [
  "Returns from parental leave in March.",
  "Shares a desk at Gate B.",
  "Covers for two depots on Fridays.",
  "Visitor badge until the new year.",
];

/** The id; of the one who is there already when the address is taken (the first administrator, or a second sowing). */
async function add(context: Context, input: AddAccountInput): Promise<string> {
  const added = await addAccount(context, input);
  if (added.ok) return added.value.id;
  const { items } = granted(await listAccounts(context, { search: input.email, limit: 1 }));
  if (added.refusal.code === "address-taken" && items[0] !== undefined) return items[0].id;
  throw new Error(describeRefusal(added.refusal));
}

function unknownPassword(): string {
  return randomBytes(18).toString("base64url");
}
