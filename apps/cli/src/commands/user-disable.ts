/** `rollcall user disable EMAIL`: it can neither sign in nor use services until it is enabled. */
import { setAccountsEnabled } from "@rollcall/accounts";
import { accountsCommand } from "../house/change-accounts";
import { granted } from "../house/granted";

export const command = accountsCommand("Disabled", async (context, accounts) => {
  granted(await setAccountsEnabled(context, { accountIds: accounts.map(({ id }) => id), enabled: false }));
});
