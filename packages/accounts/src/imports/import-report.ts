/** Row by row, what happened and why: the record of an import as a stream. */
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";
import { parseImportId } from "./import-id";
import { streamImportRows } from "./stream-import-rows";
import type { ImportRowView } from "./types";

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
  const importId = parseImportId(input.importId);
  if (importId === null) return refuse({ code: "not-found", what: "import" });
  return done(reportRows(context, importId));
}

async function* reportRows(context: Context, importId: bigint): AsyncGenerator<ReportRow> {
  for await (const { line, email, outcome, reason, changes, problems, why } of streamImportRows(
    context.database,
    importId,
  )) {
    yield { line, email, outcome, reason, changes, problems, why };
  }
}
