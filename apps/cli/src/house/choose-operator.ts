/**
 * Whom the command line acts for: the administrator who was named, or the strongest one. What they may do is decided by the
 * use cases, as for anybody who signs in.
 */
import { adminRoles, listAccounts, type AccountListItem, type Context } from "@rollcall/accounts";
import { addressKey } from "@rollcall/importer";
import { RequestError } from "../exit";
import { granted } from "./granted";

/** Null when there is no administrator at all and none was named. `context` is the system's. */
export async function chooseOperator(context: Context, as: string | null): Promise<AccountListItem | null> {
  const administrators = await listAdministrators(context);
  if (as === null) return administrators.sort(strongerFirst)[0] ?? null;
  const key = addressKey(as);
  const named = administrators.find((account) => key !== null && addressKey(account.email) === key);
  if (named !== undefined) return named;
  throw new RequestError(
    "not-found",
    `${as} is no administrator who may act: not there, disabled, locked or a User.`,
  );
}

async function listAdministrators(context: Context): Promise<AccountListItem[]> {
  const found: AccountListItem[] = [];
  let cursor: string | undefined;
  do {
    const page = granted(
      await listAccounts(context, { filters: { role: "ADMINISTRATOR" }, cursor, limit: 200 }),
    );
    found.push(...page.items.filter(({ status }) => status === "active" || status === "invited"));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}

/** By rank, then by who was there first. */
function strongerFirst(a: AccountListItem, b: AccountListItem): number {
  const rank = (account: AccountListItem) => adminRoles.indexOf(account.adminRole ?? "BASIC");
  return (
    rank(a) - rank(b) || a.createdAt.getTime() - b.createdAt.getTime() || Number(BigInt(a.id) - BigInt(b.id))
  );
}
