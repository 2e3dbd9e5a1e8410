/**
 * The report of an import as text, piece by piece: CSV that no spreadsheet runs as a formula, or one JSON array with a
 * row a line. Pure; it is given the rows.
 */
import type { FieldChange, ReportRow } from "@rollcall/accounts";
import { escapeCell } from "@rollcall/importer";

/** Rows joined into one piece of text, so that a small row does not cost a write of its own. */
const PIECE = 64 * 1024;

const header = ["Line", "Email", "Outcome", "Why", "Changes", "Problems"];

export async function* reportCsv(rows: AsyncIterable<ReportRow>): AsyncGenerator<string> {
  let text = csvLine(header);
  for await (const row of rows) {
    text += csvLine([
      String(row.line),
      row.email ?? "",
      row.outcome,
      row.why,
      Object.entries(row.changes).map(describeChange).join("; "),
      row.problems.map((problem) => problem.message).join(" "),
    ]);
    if (text.length < PIECE) continue;
    yield text;
    text = "";
  }
  yield text;
}

export async function* reportJson(rows: AsyncIterable<ReportRow>): AsyncGenerator<string> {
  let text = "[";
  let first = true;
  for await (const row of rows) {
    text += `${first ? "\n" : ",\n"}${JSON.stringify(row)}`;
    first = false;
    if (text.length < PIECE) continue;
    yield text;
    text = "";
  }
  yield `${text}\n]\n`;
}

function describeChange([field, change]: [string, FieldChange]): string {
  if ("add" in change) {
    return `${field}: ${[...change.add.map((name) => `+${name}`), ...change.remove.map((name) => `-${name}`)].join(" ")}`;
  }
  return `${field}: ${change.from ?? ""} → ${change.to ?? ""}`;
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: string): string {
  const safe = escapeCell(value);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
