/** `rollcall formats`: what can be read, column by column. */
import { formatList } from "@rollcall/importer";
import { defineCommand } from "../arguments/command";
import { aligned } from "../output/aligned";

export const command = defineCommand({
  details: "",
  words: [],
  options: {},
  run: async ({ json, output }) => {
    const described = formatList.map(({ id, label, description, defaults, columns }) => ({
      id,
      label,
      description,
      mode: defaults.mode,
      strict: defaults.strict,
      columns: columns.map(({ header, field, required, repeats, help }) => ({
        header,
        field,
        required,
        repeats,
        help,
      })),
    }));
    if (json) {
      await output.json({ formats: described });
      return 0;
    }
    for (const { id, label, description, columns } of described) {
      await output.line(`${id} – ${label}`);
      await output.line(`  ${description}`);
      const rows = columns.map(({ header, required, repeats, help }) => [
        header,
        required ? "required" : repeats ? "any number" : "",
        help,
      ]);
      for (const line of aligned(rows, "    ")) await output.line(line);
      await output.line();
    }
    return 0;
  },
});
