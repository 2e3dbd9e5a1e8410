/** `rollcall plan create NAME`: a service plan, which imports name and nobody creates by importing. */
import { createPlan } from "@rollcall/accounts";
import { defineCommand } from "../arguments/command";
import { asOption } from "../arguments/roles";
import { granted } from "../house/granted";
import { withHouse } from "../house/open-house";

export const command = defineCommand({
  details: "",
  words: [{ name: "NAME", help: "of the new plan", required: true }],
  options: {
    disabled: { kind: "flag", help: "accounts cannot be given it yet" },
    default: { kind: "flag", help: "taken by rows that name none; takes the place of the default there is" },
    service: { kind: "texts", value: "NAME", help: "a service that accounts with it get" },
    description: { kind: "text", value: "TEXT", help: "for administrators" },
    ...asOption,
  },
  run: ({ words: [name = ""], options, json, output }) =>
    withHouse(output, options.as, async ({ context }) => {
      const plan = granted(
        await createPlan(context, {
          name,
          description: options.description,
          services: options.service,
          enabled: !options.disabled,
          isDefault: options.default,
        }),
      );
      if (json) await output.json({ plan });
      else await output.line(`Created the plan ${plan.name}.`);
      return 0;
    }),
});
