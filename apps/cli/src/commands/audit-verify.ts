/** `rollcall audit verify`: whether the audit log's chain holds. Exit code 1 and the first broken link when it does not. */
import { verifyAudit } from "@rollcall/accounts";
import { defineCommand } from "../arguments/command";
import { asOption } from "../arguments/roles";
import { granted } from "../house/granted";
import { withHouse } from "../house/open-house";
import { count } from "../output/words";

export const command = defineCommand({
  details: "",
  words: [],
  options: { ...asOption },
  run: ({ options, json, output }) =>
    withHouse(output, options.as, async ({ context }) => {
      const { ok, checked, firstBroken } = granted(await verifyAudit(context));
      if (json) await output.json({ ok, checked, firstBroken });
      else if (ok) await output.line(`The audit log is whole: ${count(checked, "event")} checked.`);
      else
        await output.line(
          `The audit log was changed: event ${firstBroken ?? "?"} does not follow from the one before.`,
        );
      return ok ? 0 : 1;
    }),
});
