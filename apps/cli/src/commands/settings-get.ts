/** `rollcall settings get [KEY]`: what the organisation has chosen. */
import { getSettings, settingNames } from "@rollcall/accounts";
import { defineCommand } from "../arguments/command";
import { asOption } from "../arguments/roles";
import { readSettingName } from "../arguments/setting-name";
import { granted } from "../house/granted";
import { withHouse } from "../house/open-house";
import { aligned } from "../output/aligned";

export const command = defineCommand({
  details: "",
  words: [{ name: "KEY", help: "one setting; all of them when left out", required: false }],
  options: { ...asOption },
  run: ({ words: [key = ""], options, json, output }) => {
    const wanted = key === "" ? null : readSettingName(key);
    return withHouse(output, options.as, async ({ context }) => {
      const settings = granted(await getSettings(context));
      if (wanted !== null) {
        if (json) await output.json({ [wanted]: settings[wanted] });
        else await output.line(String(settings[wanted] ?? ""));
        return 0;
      }
      if (json) await output.json(settings);
      else
        for (const line of aligned(settingNames.map((name) => [name, String(settings[name] ?? "")])))
          await output.line(line);
      return 0;
    });
  },
});
