/** `rollcall user enable EMAIL`: it can sign in again. */
import { setAccountsEnabled } from "@rollcall/accounts";
import { accountsCommand } from "../house/change-accounts";
import { granted } from "../house/granted";

export const command = accountsCommand("Enabled", async (context, accounts) => {
  granted(await setAccountsEnabled(context, { accountIds: accounts.map(({ id }) => id), enabled: true }));
});
