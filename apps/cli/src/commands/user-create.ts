/** `rollcall user create EMAIL`: one account, with the rules of the form in the console. */
import { addAccount } from "@rollcall/accounts";
import { defineCommand } from "../arguments/command";
import { adminRoleChoices, asOption, readAdminRole } from "../arguments/roles";
import { UsageError } from "../exit";
import { granted } from "../house/granted";
import { withHouse } from "../house/open-house";
import { readLine } from "../house/read-line";
import { accountView } from "../output/account-view";

export const command = defineCommand({
  details: "Without a password the person chooses one through the link of a welcome mail (--welcome).",
  words: [{ name: "EMAIL", help: "the primary address", required: true }],
  options: {
    name: { kind: "text", value: "NAME", help: "the full name; always needed" },
    role: { kind: "choice", choices: ["user", "administrator"], help: "user when left out" },
    "admin-role": {
      kind: "choice",
      choices: adminRoleChoices,
      help: "of an administrator; basic when left out",
    },
    department: { kind: "text", value: "NAME", help: "made when there is none of that name" },
    group: { kind: "texts", value: "NAME", help: "made when there is none of that name" },
    phone: { kind: "text", value: "PHONE", help: "in any format" },
    "contact-email": { kind: "text", value: "EMAIL", help: "an address outside" },
    plan: { kind: "text", value: "NAME", help: "a service plan that exists and is enabled" },
    alias: { kind: "texts", value: "EMAIL", help: "another address of the same account" },
    "exchange-domain": { kind: "text", value: "DOMAIN", help: "of the Exchange account" },
    "exchange-username": { kind: "text", value: "NAME", help: "of the Exchange account" },
    description: { kind: "text", value: "TEXT", help: "for administrators" },
    "password-stdin": {
      kind: "flag",
      help: "read the first password from stdin, one line; it must be changed at the first sign-in",
    },
    welcome: { kind: "flag", help: "send the welcome mail" },
    ...asOption,
  },
  run: ({ words: [email = ""], options, json, output }) => {
    const { name: fullName } = options;
    if (fullName === null) throw new UsageError("--name is missing: the full name.");
    const adminRole = readAdminRole(options["admin-role"]);
    const role = options.role === "administrator" || adminRole !== null ? "ADMINISTRATOR" : "USER";
    return withHouse(output, options.as, async ({ context }) => {
      const password = options["password-stdin"] ? await readLine(process.stdin) : null;
      const account = granted(
        await addAccount(context, {
          email,
          fullName,
          role,
          adminRole,
          departmentName: options.department,
          groups: options.group,
          phone: options.phone,
          contactEmail: options["contact-email"],
          planName: options.plan,
          aliases: options.alias,
          exchangeDomain: options["exchange-domain"],
          exchangeUsername: options["exchange-username"],
          description: options.description,
          password,
          sendWelcome: options.welcome,
        }),
      );
      if (json) await output.json(accountView(account));
      else await output.line(`Created ${account.name} <${account.email}>.`);
      return 0;
    });
  },
});
