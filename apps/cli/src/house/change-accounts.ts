/**
 * The commands that do one thing to the accounts of some addresses: disable, enable, unlock, delete. All addresses are looked
 * up before anything is changed.
 */
import type { AccountDetails, Context } from "@rollcall/accounts";
import { defineCommand, type Command } from "../arguments/command";
import { asOption } from "../arguments/roles";
import { findAccount } from "./find-account";
import { withHouse } from "./open-house";

/** `done`: "Disabled", before the names. `change` throws a RequestError when it is declined. */
export function accountsCommand(
  done: string,
  change: (context: Context, accounts: readonly AccountDetails[]) => Promise<void>,
): Command {
  return defineCommand({
    details: "More addresses: --also EMAIL, as often as needed.",
    words: [{ name: "EMAIL", help: "any address of the account", required: true }],
    options: { also: { kind: "texts", value: "EMAIL", help: "one more account" }, ...asOption },
    run: ({ words: [email = ""], options, json, output }) =>
      withHouse(output, options.as, async ({ context }) => {
        const accounts: AccountDetails[] = [];
        for (const address of [email, ...options.also]) accounts.push(await findAccount(context, address));
        await change(context, accounts);
        if (json)
          await output.json({ users: accounts.map(({ id, email: address }) => ({ id, email: address })) });
        else await output.line(`${done} ${accounts.map(({ email: address }) => address).join(", ")}.`);
        return 0;
      }),
  });
}
