/** `rollcall imports`: the record of imports, newest first. */
import { listImports } from "@rollcall/accounts";
import { importNumber } from "@rollcall/importer";
import { defineCommand } from "../arguments/command";
import { granted } from "../house/granted";
import { withHouse } from "../house/open-house";
import { aligned } from "../output/aligned";
import { importView } from "../output/import-view";
import { moment } from "../output/words";

export const command = defineCommand({
  details: "",
  words: [],
  options: {
    limit: { kind: "number", value: "N", min: 1, max: 200, help: "how many, 20 when left out" },
    as: { kind: "text", value: "EMAIL", help: "the administrator who asks" },
  },
  run: ({ options, json, output }) =>
    withHouse(output, options.as, async ({ context }) => {
      const { items } = granted(await listImports(context, { limit: options.limit ?? 20 }));
      if (json) {
        await output.json({ imports: items.map(importView) });
        return 0;
      }
      if (items.length === 0) await output.line("There are no imports yet.");
      const rows = items.map((item) => [
        importNumber(item.id),
        moment(item.createdAt),
        item.status.toLowerCase(),
        `${item.rows} rows`,
        item.createdBy,
        item.fileName,
      ]);
      for (const line of aligned(rows)) await output.line(line);
      return 0;
    }),
});
