/** What `import` prints: the JSON of INTERFACE.md, or a few calm lines. */
import { importReport, streamRemovals, type Context, type ImportRecord } from "@rollcall/accounts";
import { importNumber } from "@rollcall/importer";
import { granted } from "../house/granted";
import { aligned } from "../output/aligned";
import { fileView, formatView, summaryView } from "../output/import-view";
import type { Output } from "../output/output";
import { problemLine, problemView } from "../output/problem-view";
import { makeSpool } from "../output/spool";
import { count, day, some } from "../output/words";
import { writeDocument } from "../output/write-document";

export interface ImportToPrint {
  record: ImportRecord;
  applied: boolean;
  dryRun: boolean;
  json: boolean;
}

/** More would scroll away what matters; --json and import-report have them all. */
const shown = 25;

export async function printImport(context: Context, output: Output, print: ImportToPrint): Promise<void> {
  await (print.json ? printJson : printText)(context, output, print);
}

async function printJson(context: Context, output: Output, { record, dryRun }: ImportToPrint): Promise<void> {
  const problems = makeSpool();
  const outcomes = makeSpool();
  const removals = makeSpool();
  try {
    for (const problem of record.problems) await problems.add(problemView(problem));
    for await (const row of granted(await importReport(context, { importId: record.id }))) {
      const { line, email, outcome, reason, changes } = row;
      for (const problem of row.problems) await problems.add(problemView(problem));
      await outcomes.add({ line, email, outcome, reason, changes });
    }
    for await (const { email, group } of granted(await streamRemovals(context, { importId: record.id })))
      await removals.add({ email, group });
    await writeDocument(output, {
      file: { value: fileView(record) },
      format: { value: formatView(record) },
      rows: { value: record.rows },
      summary: { value: summaryView(record.summary) },
      creates: { value: createsView(record) },
      problems: { list: problems },
      outcomes: { list: outcomes },
      removals: { list: removals },
      import: {
        value: {
          id: record.id,
          status: dryRun && record.status === "READY" ? "cancelled" : record.status.toLowerCase(),
          mails: mailsOf(record),
          ...(record.objection === null ? {} : { objection: record.objection }),
          ...(record.guard === null ? {} : { guard: guardView(record.guard) }),
          ...(record.earlier === null
            ? {}
            : { earlier: { ...record.earlier, at: record.earlier.at.toISOString() } }),
        },
      },
    });
  } finally {
    await problems.close();
    await outcomes.close();
    await removals.close();
  }
}

/** Mails to imported people: those that were queued, before that those that would be. */
function mailsOf(record: ImportRecord): number {
  return record.status === "COMPLETED" ? record.mails.total : (record.consequences?.mails ?? 0);
}

function createsView({ creates }: ImportRecord): {
  departments: string[];
  groups: string[];
  attributes: string[];
} {
  const names = (list: { name: string }[] | undefined) => (list ?? []).map(({ name }) => name);
  return {
    departments: names(creates?.departments),
    groups: names(creates?.groups),
    attributes: names(creates?.attributes),
  };
}

async function printText(context: Context, output: Output, print: ImportToPrint): Promise<void> {
  const { record } = print;
  await output.line(
    `${record.fileName}: ${count(record.rows, "row")}, ${record.format?.label ?? "unknown format"}.`,
  );
  if (record.earlier !== null) await output.line(earlierWords(record.earlier));
  let told = 0;
  const tell = async (line: string) => {
    if (told < shown) await output.line(line);
    told += 1;
  };
  for (const problem of record.problems) await tell(problemLine(problemView(problem)));
  if (record.summary !== null && record.summary.problem > 0) {
    for await (const row of granted(await importReport(context, { importId: record.id }))) {
      if (row.outcome !== "problem") continue;
      for (const problem of row.problems) await tell(problemLine(problemView(problem)));
    }
  }
  if (told > shown)
    await output.line(
      `  … and ${count(told - shown, "more problem")} (rollcall import-report ${importNumber(record.id)})`,
    );
  for (const line of aligned(totals(print), "  ")) await output.line(line);
  if (record.guard !== null) for (const line of guardWords(record.guard)) await output.line(line);
  await output.line(ending(print));
}

/** What a completed import did, in a sentence's end. */
export function didWords({ summary }: ImportRecord): string {
  return `${count(summary?.create ?? 0, "account")} created, ${count(summary?.update ?? 0, "account")} updated.`;
}

function earlierWords({ id, at, by }: NonNullable<ImportRecord["earlier"]>): string {
  return `  These bytes were imported on ${day(at)} by ${by} (${importNumber(id)}).`;
}

function guardView({ number, of, reasons }: NonNullable<ImportRecord["guard"]>) {
  return { number, of, reasons };
}

/** Why it asks, and with which number it would go in. */
function guardWords({ number, of, reasons }: NonNullable<ImportRecord["guard"]>): string[] {
  const things = of === "accounts" ? count(number, "account") : count(number, "membership");
  return [
    "Over a limit:",
    ...reasons.map((reason) => `  ${reason}`),
    `  --confirm ${number} says yes to ${things}.`,
  ];
}

function totals({ record, applied }: ImportToPrint): string[][] {
  const { summary } = record;
  if (summary === null) return [];
  const { departments, groups, attributes } = createsView(record);
  const mails = mailsOf(record);
  const rows: [string, number | string][] = [
    [applied ? "created" : "to create", summary.create],
    [applied ? "updated" : "to update", summary.update],
    ["unchanged", summary.unchanged],
    ["skipped", summary.skip],
    ["need attention", summary.problem],
    ["new departments", some(departments)],
    ["new groups", some(groups)],
    ["new attributes", some(attributes)],
    ["removed from groups", record.consequences?.removals ?? 0],
    ["administrators made", record.consequences?.administratorsMade ?? 0],
    ["directory accounts that become manual", record.consequences?.directoryBecomesManual ?? 0],
    ["mails", mails],
  ];
  return rows
    .filter(([, value]) => value !== 0 && value !== "")
    .map(([label, value]) => [label, String(value)]);
}

function ending({ record, applied, dryRun }: ImportToPrint): string {
  if (record.status === "FAILED") return `Nothing was imported. ${record.failure ?? ""}`.trim();
  if (record.objection !== null)
    return `Nothing was imported. ${record.objection} It waits as ${importNumber(record.id)} in the console.`;
  if (dryRun) return "A dry run: nothing was changed.";
  if (record.guard !== null)
    return `Nothing was imported: import again with --confirm ${record.guard.number}, or open ${importNumber(record.id)} in the console.`;
  const waiting = record.consequences?.grantsHeld ?? 0;
  if (!applied && waiting > 0)
    return `${count(waiting, "row")} would make administrators: say so with --grant-roles. Nothing was imported.`;
  if (applied) return `Done (${importNumber(record.id)}).`;
  return `Nothing was imported: correct the rows above and import again, or open ${importNumber(record.id)} in the console.`;
}
