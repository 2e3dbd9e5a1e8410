/** Finds the account a person means by an address, primary or alias. */
import { getAccount, listAccounts, type AccountDetails, type Context } from "@rollcall/accounts";
import { addressKey } from "@rollcall/importer";
import { RequestError, UsageError } from "../exit";
import { granted } from "./granted";

/** Throws a UsageError for what is no address and a RequestError when no account has it. */
export async function findAccount(context: Context, address: string): Promise<AccountDetails> {
  const key = addressKey(address);
  if (key === null) throw new UsageError(`“${address}” is no mail address.`);
  const { items } = granted(await listAccounts(context, { search: key, limit: 50 }));
  const primary = items.find(({ email }) => addressKey(email) === key);
  for (const { id } of primary === undefined ? items : [primary]) {
    const account = granted(await getAccount(context, { accountId: id }));
    if ([account.email, ...account.aliases].some((one) => addressKey(one) === key)) return account;
  }
  throw new RequestError("not-found", `No account has the address ${address}.`);
}
