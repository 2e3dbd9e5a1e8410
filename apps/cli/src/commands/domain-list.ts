/** `rollcall domain list`: the organisation's mail domains and how many accounts are in each. */
import { listDomains } from "@rollcall/accounts";
import { defineCommand } from "../arguments/command";
import { asOption } from "../arguments/roles";
import { granted } from "../house/granted";
import { withHouse } from "../house/open-house";
import { aligned } from "../output/aligned";
import { count } from "../output/words";

export const command = defineCommand({
  details: "",
  words: [],
  options: { ...asOption },
  run: ({ options, json, output }) =>
    withHouse(output, options.as, async ({ context }) => {
      const domains = granted(await listDomains(context));
      if (json) await output.json({ domains });
      else if (domains.length === 0) await output.line("There are no domains.");
      else
        for (const line of aligned(domains.map(({ name, accounts }) => [name, count(accounts, "account")])))
          await output.line(line);
      return 0;
    }),
});
