/** Accounts as a file that can be imported again. The same accounts give the same bytes. */
import { appendAudit, countMostGroups, streamAccounts } from "@rollcall/db";
import { csvExport, formats, isImplementedFormat, nameKey, type CsvExport } from "@rollcall/importer";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";

export interface ExportInput {
  format: string;
  /** the members of one group only, by name */
  group?: string | null;
  /** cells as they are, without the quote that keeps spreadsheets from running them */
  raw?: boolean;
}

/** Refuses `invalid` for a format that does not exist. Writes `accounts.exported` to the audit log before the first byte. */
export async function exportAccounts(
  context: Context,
  input: ExportInput,
): Promise<Result<{ fileName: string; chunks: AsyncGenerator<string> }>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  if (!isImplementedFormat(input.format)) {
    return refuse({ code: "invalid", fields: { format: `There is no format called “${input.format}”.` } });
  }
  const groupKey = (input.group ?? "").trim() === "" ? null : nameKey(input.group ?? "");
  const shape = { groups: await countMostGroups(context.database, groupKey) };
  const exporter = csvExport(formats[input.format].exporter(shape), input.raw ?? false);
  await appendAudit(context.database, {
    actorId: gate.value.accountId,
    actorName: gate.value.name,
    action: "accounts.exported",
    subjectType: "organisation",
    subjectId: null,
    subjectName: input.group ?? null,
    data: { format: input.format },
    ip: context.ip,
  });
  return done({ fileName: `${input.format}.csv`, chunks: exportChunks(context, exporter, groupKey) });
}

async function* exportChunks(
  context: Context,
  exporter: CsvExport,
  groupKey: string | null,
): AsyncGenerator<string> {
  yield exporter.header();
  for await (const page of streamAccounts(context.database, groupKey)) {
    let chunk = "";
    for (const account of page) chunk += exporter.row(account);
    yield chunk;
  }
}
