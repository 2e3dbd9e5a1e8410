/** `rollcall settings set KEY VALUE`: changes one setting of the organisation. */
import { getSettings, updateSettings } from "@rollcall/accounts";
import { defineCommand } from "../arguments/command";
import { asOption } from "../arguments/roles";
import { readSettingName } from "../arguments/setting-name";
import { granted } from "../house/granted";
import { withHouse } from "../house/open-house";

export const command = defineCommand({
  details: "",
  words: [
    { name: "KEY", help: "as `rollcall settings get` lists it", required: true },
    { name: "VALUE", help: 'the new value; "" for none', required: true },
  ],
  options: { ...asOption },
  run: ({ words: [key = "", typed = ""], options, json, output }) => {
    const name = readSettingName(key);
    return withHouse(output, options.as, async ({ context }) => {
      const before = granted(await getSettings(context));
      const values = { [name]: readValue(before[name], typed) };
      const after = granted(await updateSettings(context, { values }));
      if (json) await output.json({ [name]: after[name] });
      else await output.line(`${name} is now ${String(after[name] ?? "empty")}.`);
      return 0;
    });
  },
});

/** What was typed, as the kind of value the setting has. Whether it may be, the use case decides. */
function readValue(
  before: string | number | boolean | null,
  typed: string,
): string | number | boolean | null {
  if (typed === "") return null;
  if (typeof before === "boolean") return typed === "true" || (typed === "false" ? false : typed);
  return typeof before === "number" && /^-?\d+$/.test(typed) ? Number(typed) : typed;
}
