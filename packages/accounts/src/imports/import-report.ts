/** Row by row, what happened and why: the record of an import as a stream. */
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { done, type Result } from "../result";
import { findRecord } from "./find-record";
import { streamImportRows } from "./stream-import-rows";
import type { ImportRecord, ImportRowView } from "./types";

export type ReportRow = Pick<
  ImportRowView,
  "line" | "email" | "outcome" | "reason" | "changes" | "problems" | "why"
>;

/** In the order of the file. Empty while the import is not planned. */
export async function importReport(
  context: Context,
  input: { importId: string },
): Promise<Result<AsyncGenerator<ReportRow>>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  return found.ok ? done(reportRows(context, found.value)) : found;
}

async function* reportRows(
  context: Context,
  record: ImportRecord & { key: bigint },
): AsyncGenerator<ReportRow> {
  for await (const { line, email, outcome, reason, changes, problems, why } of streamImportRows(
    context.database,
    record,
  )) {
    yield { line, email, outcome, reason, changes, problems, why };
  }
}
