/** Accounts as the bytes of a file: a workbook when the file's name asks for one, else a CSV. */
import { csvExport, type ExportAccount, type Exporter } from "@rollcall/importer";
import { writeWorkbook, type WorkbookCell } from "@rollcall/workbook";

export interface AccountTable {
  exporter: Exporter;
  pages: AsyncIterable<readonly ExportAccount[]>;
  /** of a CSV: cells as they are */
  raw: boolean;
}

/** `file`: where it will be written, null for stdout; only its ending counts. */
export function tableChunks(
  { exporter, pages, raw }: AccountTable,
  file: string | null,
  sheetName: string,
): AsyncIterable<string | Uint8Array> {
  const kind = /\.(xlsx?)$/i.exec(file ?? "")?.[1]?.toLowerCase();
  if (kind === "xlsx" || kind === "xls") return writeWorkbook(kind, sheetName, workbookRows(exporter, pages));
  return csvChunks(exporter, pages, raw);
}

async function* csvChunks(
  exporter: Exporter,
  pages: AccountTable["pages"],
  raw: boolean,
): AsyncGenerator<string> {
  const csv = csvExport(exporter, raw);
  yield csv.header();
  for await (const page of pages) yield page.map((account) => csv.row(account)).join("");
}

async function* workbookRows(
  exporter: Exporter,
  pages: AccountTable["pages"],
): AsyncGenerator<WorkbookCell[][]> {
  yield exporter.header.map((cells) => [...cells]);
  for await (const page of pages) yield page.map((account) => [...exporter.cells(account)]);
}
