/**
 * The problems of a failed import as its mail tells them: how many, the first ones in words, and all of them as a CSV that is
 * bounded in size and says so where it was cut. Pages through the rows: constant memory whatever the file.
 */
import { countRowErrors, findProblemRows, type Database, type ImportMailRow } from "@rollcall/db";
import type { Attachment, ReportedProblem } from "@rollcall/email/types";
import { describeProblem, type Problem } from "@rollcall/importer";
import { csvLine } from "../imports/csv-line";

/** PRODUCT.md, directory-spreadsheet: the first 20 in the mail, the rest attached. */
export const listedProblems = 20;
/** Bytes of the attached CSV: about 10,000 problems, which is more than anybody corrects by mail. */
const mostBytes = 1_000_000;
const page = 500;

export interface GatheredProblems {
  /** in all, of the file and of its rows */
  count: number;
  /** at most `listedProblems`, in the order of the file */
  first: ReportedProblem[];
  /** null while the mail itself lists them all */
  attachment: Attachment | null;
  /** how many the attachment lists; null when that is all of them */
  attached: number | null;
}

export async function gatherProblems(
  database: Database,
  record: ImportMailRow,
  bound = mostBytes,
): Promise<GatheredProblems> {
  const ofFile = (record.problems as Problem[]).filter((problem) => problem.severity === "error");
  const count = ofFile.length + (await countRowErrors(database, record.id));
  const first: ReportedProblem[] = [];
  const lines = [csvLine(["Line", "Email", "Column", "What is wrong"])];
  let bytes = 0;
  let taken = 0;
  for await (const { problem, email } of walk(database, record.id, ofFile)) {
    const told = { line: problem.line, column: problem.column, message: describeProblem(problem) };
    if (first.length < listedProblems) first.push(told);
    if (count <= listedProblems) continue;
    const line = csvLine([told.line, email, told.column, told.message]);
    bytes += Buffer.byteLength(line);
    if (bytes > bound) break;
    lines.push(line);
    taken += 1;
  }
  if (count <= listedProblems) return { count, first, attachment: null, attached: null };
  const attached = taken < count ? taken : null;
  if (attached !== null) lines.push(csvLine(["", "", "", cutWords(attached, count)]));
  return { count, first, attachment: toAttachment(record.fileName, lines), attached };
}

async function* walk(
  database: Database,
  importId: bigint,
  ofFile: readonly Problem[],
): AsyncGenerator<{ problem: Problem; email: string | null }> {
  for (const problem of ofFile) yield { problem, email: null };
  let after = 0;
  for (;;) {
    const rows = await findProblemRows(database, importId, after, page);
    for (const row of rows) {
      for (const problem of row.problems as Problem[]) yield { problem, email: row.email };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return;
    after = last.rowNo;
  }
}

function cutWords(attached: number, count: number): string {
  const [few, all] = [attached, count].map((number) => number.toLocaleString("en"));
  return `Cut here: these are the first ${String(few)} of ${String(all)} problems. The import's page has them all.`;
}

/** With a byte order mark: it is opened in a spreadsheet, by a person. */
function toAttachment(importName: string, lines: readonly string[]): Attachment {
  const stem = importName.replace(/\.[a-z0-9]{1,5}$/i, "");
  return {
    fileName: `${stem}-problems.csv`,
    content: Buffer.from(`\uFEFF${lines.join("")}`, "utf8"),
    contentType: "text/csv; charset=utf-8",
  };
}
