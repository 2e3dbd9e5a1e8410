/** `rollcall import-report ID`: row by row, what happened and why. */
import { getImport, importReport, type ImportRecord } from "@rollcall/accounts";
import { escapeCell } from "@rollcall/importer";
import { defineCommand } from "../arguments/command";
import { granted } from "../house/granted";
import { verifyBundle, writeBundle } from "../house/evidence-bundle";
import { withHouse } from "../house/open-house";
import { importView } from "../output/import-view";
import type { Output } from "../output/output";
import { problemView } from "../output/problem-view";
import { makeSpool } from "../output/spool";
import { writeDocument } from "../output/write-document";

type Report = Extract<Awaited<ReturnType<typeof importReport>>, { ok: true }>["value"];

export const command = defineCommand({
  details:
    "CSV unless JSON is asked for. An evidence bundle is a ZIP with the record, every row, corrections, changes and audit events; " +
    "--verify finds any byte of one that was changed since, and where there is a database, whether its audit log has these events. " +
    "It is signed: with SECRET (or the data folder's own) or --key it says whether by this installation; without, by which key. One without a signature passes only where the audit log has its events, or with --unsigned.",
  words: [{ name: "ID", help: "of the import, as `rollcall imports` lists it", required: true }],
  options: {
    format: {
      kind: "choice",
      choices: ["csv", "json"],
      help: "csv when left out; json is the same as --json",
    },
    evidence: { kind: "text", value: "FILE", help: "write the evidence bundle there instead" },
    verify: {
      kind: "text",
      value: "FILE",
      help: "verify an evidence bundle; exit code 1 names what was changed",
    },
    key: {
      kind: "text",
      value: "FINGERPRINT",
      help: "with --verify: of the key that must have signed it, as Settings shows it",
    },
    unsigned: { kind: "flag", help: "with --verify: it is of a version that did not sign its bundles yet" },
    offline: { kind: "flag", help: "with --verify: ask no database" },
    as: { kind: "text", value: "EMAIL", help: "the administrator who asks" },
  },
  run: ({ words: [importId = ""], options, json, output }) => {
    const { as, evidence, verify, offline, key, unsigned } = options;
    if (verify !== null)
      return verifyBundle({ importId, file: verify, offline, key, unsigned, as, json, output });
    if (evidence !== null) return writeBundle({ importId, file: evidence, as, json, output });
    return withHouse(output, as, async ({ context }) => {
      const record = granted(await getImport(context, { importId }));
      const report = granted(await importReport(context, { importId }));
      if (json || options.format === "json") await printJson(output, record, report);
      else await printCsv(output, report);
      return 0;
    });
  },
});

async function printJson(output: Output, record: ImportRecord, report: Report): Promise<void> {
  const rows = makeSpool();
  try {
    for await (const { line, email, outcome, reason, changes, problems, why } of report) {
      await rows.add({ line, email, outcome, reason, changes, problems: problems.map(problemView), why });
    }
    await writeDocument(output, { import: { value: importView(record) }, rows: { list: rows } });
  } finally {
    await rows.close();
  }
}

async function printCsv(output: Output, report: Report): Promise<void> {
  await output.write(csvLine(["line", "email", "outcome", "reason", "why"]));
  for await (const { line, email, outcome, reason, why } of report) {
    await output.write(csvLine([String(line), email ?? "", outcome, reason ?? "", why]));
  }
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(",")}\r\n`;
}

function quoted(cell: string): string {
  const safe = escapeCell(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
