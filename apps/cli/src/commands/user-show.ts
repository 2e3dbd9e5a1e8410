/** `rollcall user show EMAIL`: everything about one account. */
import { defineCommand } from "../arguments/command";
import { asOption } from "../arguments/roles";
import { findAccount } from "../house/find-account";
import { withHouse } from "../house/open-house";
import { accountView, roleName } from "../output/account-view";
import { aligned } from "../output/aligned";
import { moment } from "../output/words";

export const command = defineCommand({
  details: "",
  words: [{ name: "EMAIL", help: "any address of the account", required: true }],
  options: { ...asOption },
  run: ({ words: [email = ""], options, json, output }) =>
    withHouse(output, options.as, async ({ context }) => {
      const account = await findAccount(context, email);
      if (json) {
        await output.json(accountView(account));
        return 0;
      }
      const rows: [string, string | null][] = [
        ["Name", account.name],
        ["Email", account.email],
        ["Aliases", account.aliases.join(", ")],
        ["Status", account.status],
        ["Role", roleName(account)],
        ["Department", account.department],
        ["Groups", account.groups.join(", ")],
        ["Plan", account.plan],
        ["Phone", account.phone],
        ["Contact email", account.contactEmail],
        ["Description", account.description],
        ["Password", account.password.state],
        ["Source", account.source.toLowerCase()],
        [
          "Created",
          `${moment(account.createdAt)}${account.createdBy === null ? "" : ` by ${account.createdBy}`}`,
        ],
        ["Last seen", account.lastSeenAt === null ? null : moment(account.lastSeenAt)],
      ];
      const shown = rows.flatMap(([label, value]) =>
        value === null || value === "" ? [] : [[label, value]],
      );
      for (const line of aligned(shown)) await output.line(line);
      return 0;
    }),
});
