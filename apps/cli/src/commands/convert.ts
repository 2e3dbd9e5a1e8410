/** `rollcall convert FILE --to FORMAT`: the accounts of a file in another format. No database, and passwords are never written. */
import {
  formats,
  isImplementedFormat,
  type ExportAccount,
  type ExportShape,
  type FieldName,
  type Format,
} from "@rollcall/importer";
import { accountFileKind, writeAccounts } from "@rollcall/workbook";
import { defineCommand } from "../arguments/command";
import { formatIds } from "../arguments/choices";
import { readingOf, readingOptions } from "../arguments/reading-options";
import { readSettings } from "../env";
import { RequestError, UsageError } from "../exit";
import { measureFile, readAccounts, type Measured } from "../house/convert-file";
import { problemLine } from "../output/problem-view";
import { count, some } from "../output/words";
import { refuseUnwritable, writeResult } from "../output/write-result";

/** More would scroll away what matters; `check --json` has them all. */
const shown = 25;

export const command = defineCommand({
  details:
    "A file with errors is not converted (exit code 1) unless --lenient leaves its bad rows out. What the other format\n" +
    "cannot hold is said. FILE is read twice, so it cannot be stdin; --output FILE.xlsx or .xls writes a workbook.",
  words: [{ name: "FILE", help: "the file to convert", required: true }],
  options: {
    ...readingOptions,
    to: { kind: "choice", choices: formatIds, help: "the format to write" },
    lenient: { kind: "flag", help: "leave out the rows with errors" },
    raw: { kind: "flag", help: "cells as they are, even those that a spreadsheet would run" },
    output: { kind: "text", value: "FILE", help: "write it there instead of to stdout" },
  },
  run: async ({ words: [path = ""], options, json, output }) => {
    const { to, raw, output: file } = options;
    refuseUnwritable(file);
    if (path === "-") throw new UsageError("A file that is converted is read twice, so it cannot be stdin.");
    if (to === null || !isImplementedFormat(to))
      throw new UsageError(`--to is missing: ${formatIds.join(" or ")}.`);
    if (json && file === null) throw new UsageError("--json needs --output FILE: stdout cannot hold both.");
    const format: Format = formats[to];
    const { importMaxRows, importMaxBytes } = readSettings();
    const reading = {
      ...(await readingOf(options)),
      limits: { maxRows: importMaxRows, maxBytes: importMaxBytes },
    };
    const measured = await measureFile(path, reading, shown);
    for (const problem of measured.problems) output.note(problemLine(problem));
    refuseErrors(measured, options.lenient);
    const shape =
      format.demands.domain === true ? { ...measured.shape, ...domainOf(options.domain) } : measured.shape;
    const kept = { left: 0 };
    const pages = onlyHeld(readAccounts(path, reading), format, shape, kept);
    const table = { exporter: format.exporter(shape), pages, raw, sheetName: format.label };
    const chunks = writeAccounts(table, accountFileKind(file));
    const written = await writeResult(output, file, json, chunks);
    const lost = lostIn(format, measured.fields);
    if (lost.length > 0) output.note(`${format.label} cannot hold: ${some(lost)}.`);
    if (kept.left > 0)
      output.note(`${format.label} cannot hold ${count(kept.left, "account")} of other domains: left out.`);
    const { passwords } = measured;
    if (passwords > 0)
      output.note(`${count(passwords, "password")} left out: no file that Rollcall writes holds one.`);
    const rows = measured.good - kept.left;
    if (json)
      await output.json({
        format: to,
        rows,
        leftOut: measured.bad + kept.left,
        lost,
        passwords,
        output: written,
      });
    return 0;
  },
});

function refuseErrors({ refused, bad, good }: Measured, lenient: boolean): void {
  if (refused) throw new RequestError("file", "The file cannot be read, so nothing was written.");
  if (bad > 0 && (!lenient || good === 0))
    throw new RequestError(
      "file",
      `${count(bad, "row")} with errors: nothing was written. Correct them, or leave them out with --lenient.`,
    );
}

function domainOf(domain: string | null): { domain: string } {
  if (domain !== null) return { domain };
  throw new UsageError("--domain is missing: this format writes the user names of one domain.");
}

async function* onlyHeld(
  pages: AsyncIterable<ExportAccount[]>,
  format: Format,
  shape: ExportShape,
  kept: { left: number },
): AsyncGenerator<ExportAccount[]> {
  for await (const page of pages) {
    const held = page.filter((account) => format.canExport?.(account, shape) ?? true);
    kept.left += page.length - held.length;
    yield held;
  }
}

/** Fields that rows of the file give and the format has no place for. */
function lostIn(format: Format, fields: ReadonlySet<FieldName>): FieldName[] {
  return [...fields].filter((field) => !format.holds.includes(field));
}
