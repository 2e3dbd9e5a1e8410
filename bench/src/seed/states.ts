/** What happened to people since they came: some are disabled, a few locked, a few gone, and some asked for a new password. */
import {
  deleteAccounts,
  listAccounts,
  lockAccount,
  sendPasswordReset,
  setAccountsEnabled,
  type AccountListItem,
  type Context,
} from "@rollcall/accounts";
import type { Random } from "../people/random";
import { granted } from "./granted";
import { isOurs } from "./organisation";

export interface Staff {
  /** may add, disable, delete */
  office: Context;
  /** may only help */
  helpDesk: Context;
}

/** Only Users; the same ones every time. Gives the ids of some who will forget their password later. */
export async function changeStates({ office, helpDesk }: Staff, random: Random): Promise<string[]> {
  const everybody = await listUsers(office);
  const byHand = everybody.filter(({ source }) => source === "MANUAL");
  const active = random.some(
    everybody.filter(({ status, source }) => status === "active" && source === "IMPORTED"),
    420,
  );
  const idsOf = (people: readonly AccountListItem[]) => people.map(({ id }) => id);
  granted(await setAccountsEnabled(office, { accountIds: idsOf(active.slice(0, 236)), enabled: false }));
  for (const { id } of active.slice(236, 243)) granted(await lockAccount(office, { accountId: id }));
  await askForPasswords(helpDesk, idsOf(active.slice(243, 408)));
  granted(await deleteAccounts(office, { accountIds: idsOf(random.some(byHand, 6)) }));
  return idsOf(active.slice(408));
}

/** The help desk sends each a link. */
export async function askForPasswords(helpDesk: Context, accountIds: readonly string[]): Promise<void> {
  for (const accountId of accountIds) granted(await sendPasswordReset(helpDesk, { accountId }));
}

async function listUsers(context: Context): Promise<AccountListItem[]> {
  const people: AccountListItem[] = [];
  let cursor: string | undefined;
  do {
    const page = granted(await listAccounts(context, { filters: { role: "USER" }, cursor, limit: 200 }));
    people.push(...page.items.filter(({ email }) => isOurs(email)));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return people;
}
