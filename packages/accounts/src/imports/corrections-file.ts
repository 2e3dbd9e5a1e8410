/**
 * The rows that need attention as a CSV or workbook ready to be corrected and dropped back in: the file's own columns, then which
 * row of the import each is, the line it came from and why it waits. Passwords are not in it.
 */
import { findImport } from "@rollcall/db";
import { isSecretColumn, nameRow, type ColumnMatch } from "@rollcall/importer";
import { writeWorkbook } from "@rollcall/workbook";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";
import { correctionColumns, longestCell, tooLongMark } from "./correction-columns";
import { printOfRow } from "./correction-print";
import { csvLine } from "./csv-line";
import { findRecord } from "./find-record";
import { streamImportRows } from "./stream-import-rows";
import type { StoredRecognition } from "./to-import-record";
import type { ImportRecord } from "./types";

export interface CorrectionsFile {
  fileName: string;
  kind: "csv" | "xlsx";
  chunks: AsyncIterable<string | Uint8Array>;
}

/** Refuses as `getImport`, and `wrong-state` once the contents of the rows were removed. */
export async function correctionsFile(
  context: Context,
  input: { importId: string; kind?: "csv" | "xlsx" },
): Promise<Result<CorrectionsFile>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  if (found.value.redactedAt !== null)
    return refuse({
      code: "wrong-state",
      what: "import",
      state: "without its rows, whose contents were removed",
    });
  const { kind = "csv" } = input;
  const stored = await findImport(context.database, found.value.key);
  const recognition = (stored?.recognition ?? null) as StoredRecognition | null;
  const rows = correctionRows(context, found.value, recognition?.columns ?? []);
  const stem = found.value.fileName.replace(/\.[a-z0-9]{1,5}$/i, "");
  const chunks = kind === "csv" ? asCsv(rows) : writeWorkbook("xlsx", "To correct", asSheet(rows));
  return done({ fileName: `${stem} - to correct.${kind}`, kind, chunks });
}

async function* correctionRows(
  context: Context,
  record: ImportRecord & { key: bigint },
  columns: readonly ColumnMatch[],
): AsyncGenerator<string[]> {
  yield [...columns.map(({ header }) => header), ...correctionColumns];
  for await (const row of streamImportRows(context.database, record, ["PROBLEM"])) {
    const cells = columns.map((column) => (isSecretColumn(column) ? "" : (row.cells[column.index] ?? "")));
    const why = row.problems
      .filter((problem) => problem.severity === "error")
      .map((problem) => problem.message);
    const print = printOfRow(columns, (index) => row.cells[index] ?? "");
    yield [
      ...cells,
      nameRow({ rowNo: row.rowNo, importId: record.id, print }),
      String(row.line),
      why.join(" "),
    ];
  }
}

async function* asCsv(rows: AsyncIterable<string[]>): AsyncGenerator<string> {
  for await (const row of rows) yield csvLine(row);
}

/** What no cell of a workbook holds is left out, and left as it is when the file comes back. */
async function* asSheet(rows: AsyncIterable<string[]>): AsyncGenerator<string[][]> {
  for await (const row of rows) yield [row.map((cell) => (cell.length > longestCell ? tooLongMark : cell))];
}
