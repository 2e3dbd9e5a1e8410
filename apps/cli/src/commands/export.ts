/** `rollcall export`: accounts as a file that can be imported again. The same accounts give the same bytes. */
import { exportAccounts } from "@rollcall/accounts";
import { defineCommand } from "../arguments/command";
import { formatIds } from "../arguments/choices";
import { UsageError } from "../exit";
import { granted } from "../house/granted";
import { withHouse } from "../house/open-house";
import { count, some } from "../output/words";
import { writeResult } from "../output/write-result";

export const command = defineCommand({
  details: "",
  words: [],
  options: {
    format: { kind: "choice", choices: formatIds, help: "hosted-users when left out" },
    group: { kind: "text", value: "NAME", help: "the members of one group only" },
    domain: {
      kind: "text",
      value: "DOMAIN",
      help: "accounts of one domain only; control-panel needs one",
    },
    raw: { kind: "flag", help: "cells as they are, even those that a spreadsheet would run" },
    output: {
      kind: "text",
      value: "FILE",
      help: "write it there, as a workbook where it ends in .xlsx or .xls",
    },
    as: { kind: "text", value: "EMAIL", help: "the administrator who exports" },
  },
  run: ({ options, json, output }) => {
    const { group, domain, raw, output: file } = options;
    const format = options.format ?? "hosted-users";
    if (json && file === null) throw new UsageError("--json needs --output FILE: stdout cannot hold both.");
    return withHouse(output, options.as, async ({ context }) => {
      const { chunks, accounts, leftOut, lost } = granted(
        await exportAccounts(context, { format, group, domain, raw, fileName: file }),
      );
      const written = await writeResult(output, file, json, chunks);
      if (lost.length > 0) output.note(`The format cannot hold: ${some(lost.map(({ field }) => field))}.`);
      if (leftOut > 0) output.note(`${count(leftOut, "account")} of other domains left out.`);
      if (json) await output.json({ format, group, domain, accounts, leftOut, lost, output: written });
      return 0;
    });
  },
});
