/** `rollcall user unlock EMAIL`: a locked account can sign in again. */
import { unlockAccount } from "@rollcall/accounts";
import { accountsCommand } from "../house/change-accounts";
import { granted } from "../house/granted";

export const command = accountsCommand("Unlocked", async (context, accounts) => {
  for (const { id } of accounts) granted(await unlockAccount(context, { accountId: id }));
});
