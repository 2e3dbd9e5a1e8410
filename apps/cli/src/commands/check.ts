/** `rollcall check FILE`: what the importer makes of a file. No database, and memory that does not grow with the file. */
import { defaultLimits, readRecords } from "@rollcall/importer";
import { openWorkbook } from "@rollcall/workbook";
import { defineCommand } from "../arguments/command";
import { readingOf, readingOptions } from "../arguments/reading-options";
import { readSettings } from "../env";
import { openFile } from "../house/open-file";
import { jsonReport } from "./check-json-report";
import { textReport } from "./check-text-report";
import { CheckTally } from "./check-tally";

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
    const tally = new CheckTally();
    const report = (json ? jsonReport : textReport)(output, options);
    try {
      const events = readRecords(file.read(), {
        fileName: file.name,
        ...reading,
        openWorkbook,
        limits,
        duplicates: true,
      });
      for await (const event of events) {
        tally.add(event);
        await report.add(event);
      }
      await file.finish(limits.maxBytes);
      await report.end(tally, file);
    } finally {
      await report.close();
    }
    return tally.errors > 0 ? 1 : 0;
  },
});
