/**
 * The rows that need attention as a CSV ready to be corrected and dropped back in: the file's own columns, then the line
 * they came from and why they wait. Passwords are not in it.
 */
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { done, type Result } from "../result";
import { csvLine } from "./csv-line";
import { findRecord } from "./find-record";
import { passwordMask } from "./stage-file";
import { streamImportRows } from "./stream-import-rows";
import type { ImportRecord } from "./types";

export async function correctionsFile(
  context: Context,
  input: { importId: string },
): Promise<Result<{ fileName: string; chunks: AsyncGenerator<string> }>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const stem = found.value.fileName.replace(/\.[a-z0-9]{1,5}$/i, "");
  return done({ fileName: `${stem} - to correct.csv`, chunks: correctionLines(context, found.value) });
}

async function* correctionLines(
  context: Context,
  record: ImportRecord & { key: bigint },
): AsyncGenerator<string> {
  const width = record.columns.length;
  yield csvLine([...record.columns.map((column) => column.header), "Line", "What to correct"]);
  for await (const row of streamImportRows(context.database, record, ["PROBLEM"])) {
    const cells = Array.from({ length: width }, (_, index) => {
      const cell = row.cells[index] ?? "";
      return cell === passwordMask ? "" : cell;
    });
    const why = row.problems
      .filter((problem) => problem.severity === "error")
      .map((problem) => problem.message);
    yield csvLine([...cells, row.line, why.join(" ")]);
  }
}
