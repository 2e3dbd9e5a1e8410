/** `rollcall export`: accounts as a file that can be imported again. The same accounts give the same bytes. */
import { exportAccounts, listGroups, type Context } from "@rollcall/accounts";
import { describeProblem, makeProblem, nameKey } from "@rollcall/importer";
import { defineCommand } from "../arguments/command";
import { formatIds } from "../arguments/choices";
import { RequestError, UsageError } from "../exit";
import { granted } from "../house/granted";
import { withHouse } from "../house/open-house";
import { count, some } from "../output/words";
import { refuseUnwritable, writeResult } from "../output/write-result";

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
    refuseUnwritable(file);
    const format = options.format ?? "hosted-users";
    if (json && file === null) throw new UsageError("--json needs --output FILE: stdout cannot hold both.");
    return withHouse(output, options.as, async ({ context }) => {
      if (group !== null) await refuseUnknownGroup(context, group);
      const { chunks, accounts, leftOut, lost } = granted(
        await exportAccounts(context, { format, group, domain, raw, fileName: file }),
      );
      const written = await writeResult(output, file, json, chunks);
      if (lost.length > 0) output.note(`The format cannot hold: ${some(lost.map(({ field }) => field))}.`);
      if (accounts === 0 && domain !== null) output.note(`No account has an address of ${domain}.`);
      if (leftOut > 0) output.note(`${count(leftOut, "account")} of other domains left out.`);
      if (json) await output.json({ format, group, domain, accounts, leftOut, lost, output: written });
      return 0;
    });
  },
});

/** An empty file would look as if the group had no members. */
async function refuseUnknownGroup(context: Context, name: string): Promise<void> {
  const key = nameKey(name);
  let cursor: string | undefined;
  do {
    const page = granted(await listGroups(context, { search: name.trim(), cursor, limit: 200 }));
    if (page.items.some((group) => nameKey(group.name) === key)) return;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  throw new RequestError("group.unknown", describeProblem(makeProblem("group.unknown", { value: name })));
}
