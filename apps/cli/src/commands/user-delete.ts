/** `rollcall user delete EMAIL`: the account and its addresses are gone; what it did stays in the audit log. */
import { deleteAccounts } from "@rollcall/accounts";
import { accountsCommand } from "../house/change-accounts";
import { granted } from "../house/granted";

export const command = accountsCommand("Deleted", async (context, accounts) => {
  granted(await deleteAccounts(context, { accountIds: accounts.map(({ id }) => id) }));
});
