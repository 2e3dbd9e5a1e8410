/** `rollcall user set-role EMAIL ROLE`: makes somebody an administrator of some role, or a User again. */
import { changeRole, getAccount } from "@rollcall/accounts";
import { defineCommand } from "../arguments/command";
import { adminRoleChoices, asOption, readAdminRole } from "../arguments/roles";
import { UsageError } from "../exit";
import { findAccount } from "../house/find-account";
import { granted } from "../house/granted";
import { withHouse } from "../house/open-house";
import { accountView, roleName } from "../output/account-view";

const roles = ["user", ...adminRoleChoices];

export const command = defineCommand({
  details: "",
  words: [
    { name: "EMAIL", help: "any address of the account", required: true },
    { name: "ROLE", help: roles.join(", "), required: true },
  ],
  options: { ...asOption },
  run: ({ words: [email = "", typed = ""], options, json, output }) => {
    const wanted = typed.toLowerCase();
    if (!roles.includes(wanted)) throw new UsageError(`ROLE must be ${roles.join(", ")}, but is “${typed}”.`);
    const adminRole = readAdminRole(wanted);
    return withHouse(output, options.as, async ({ context }) => {
      const { id } = await findAccount(context, email);
      const role = adminRole === null ? "USER" : "ADMINISTRATOR";
      granted(await changeRole(context, { accountId: id, role, adminRole }));
      const account = granted(await getAccount(context, { accountId: id }));
      if (json) await output.json(accountView(account));
      else await output.line(`${account.email} is now ${roleName(account)}.`);
      return 0;
    });
  },
});
