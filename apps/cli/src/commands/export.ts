/** `rollcall export`: accounts as a file that can be imported again. The same accounts give the same bytes. */
import { exportAccounts } from "@rollcall/accounts";
import { defineCommand } from "../arguments/command";
import { formatIds } from "../arguments/choices";
import { UsageError } from "../exit";
import { granted } from "../house/granted";
import { withHouse } from "../house/open-house";
import { writeResult } from "../output/write-result";

export const command = defineCommand({
  details: "",
  words: [],
  options: {
    format: { kind: "choice", choices: formatIds, help: "hosted-users when left out" },
    group: { kind: "text", value: "NAME", help: "the members of one group only" },
    raw: { kind: "flag", help: "cells as they are, even those that a spreadsheet would run" },
    output: { kind: "text", value: "FILE", help: "write it there instead of to stdout" },
    as: { kind: "text", value: "EMAIL", help: "the administrator who exports" },
  },
  run: ({ options, json, output }) => {
    const { format, group, raw, output: file } = options;
    if (file !== null && /\.xlsx?$/i.test(file))
      throw new UsageError("Workbooks cannot be written yet. Name a .csv file.");
    if (json && file === null) throw new UsageError("--json needs --output FILE: stdout cannot hold both.");
    return withHouse(output, options.as, async ({ context }) => {
      const { chunks } = granted(
        await exportAccounts(context, { format: format ?? "hosted-users", group, raw }),
      );
      const written = await writeResult(output, file, json, chunks);
      if (json) await output.json({ format: format ?? "hosted-users", group, output: written });
      return 0;
    });
  },
});
