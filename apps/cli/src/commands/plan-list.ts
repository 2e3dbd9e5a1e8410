/** `rollcall plan list`: the service plans, which of them are taken by default or disabled, and who has them. */
import { listPlans } from "@rollcall/accounts";
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
      const plans = granted(await listPlans(context));
      if (json) await output.json({ plans });
      else if (plans.length === 0) await output.line("There are no plans.");
      else {
        const rows = plans.map((plan) => [
          plan.name,
          plan.isDefault ? "default" : plan.enabled ? "" : "disabled",
          count(plan.accounts, "account"),
        ]);
        for (const line of aligned(rows)) await output.line(line);
      }
      return 0;
    }),
});
