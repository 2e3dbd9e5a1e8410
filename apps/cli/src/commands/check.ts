/** `rollcall check FILE`: what the importer makes of a file. No database, and memory that does not grow with the file. */
import { defaultLimits } from "@rollcall/importer";
import { openWorkbook } from "@rollcall/workbook";
import { defineCommand } from "../arguments/command";
import { readingOf, readingOptions } from "../arguments/reading-options";
import { readSettings } from "../env";
import { checkInOrder, checkOnThreads } from "../check/run-check";
import { openFile } from "../house/open-file";
import type { Output } from "../output/output";
import { jsonReport } from "./check-json-report";
import { textReport } from "./check-text-report";

export const command = defineCommand({
  details: "Exit code 1 when there is any error, 0 with warnings only. FILE may be - for stdin.",
  words: [{ name: "FILE", help: "the file to check", required: true }],
  options: {
    ...readingOptions,
    strict: { kind: "flag", help: "judge as a strict import would: any error stops the whole file" },
    records: { kind: "flag", help: "print what each row means" },
  },
  run: async ({ words: [path = ""], options, json, output }) => {
    const settings = readSettings();
    const reading = await readingOf(options);
    const file = await openFile(path);
    const limits = { ...defaultLimits, maxRows: settings.importMaxRows, maxBytes: settings.importMaxBytes };
    const read = { fileName: file.name, ...reading, openWorkbook, limits, duplicates: true };
    const make = (to: Output) => (json ? jsonReport : textReport)(to, options);
    const tally =
      (options.records ? null : await checkOnThreads(file, read, { json, make, output })) ??
      (await checkInOrder(file, read, make(output)));
    return tally.errors > 0 ? 1 : 0;
  },
});
