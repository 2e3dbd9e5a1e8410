// Writes accounts as the bytes of a file, by the exporter of any format: a workbook, or a CSV. It chooses neither.
import {
  csvExport,
  quoteLiteral,
  type ExportAccount,
  type ExportCell,
  type Exporter,
} from "@rollcall/importer";
import { writeWorkbook } from "./write-workbook";
import type { WorkbookCell } from "./write/cell";

/** What a file of accounts can be. */
export type AccountFileKind = "csv" | "xlsx" | "xls";

/** Accounts on their way into a file. */
export interface AccountTable {
  exporter: Exporter;
  pages: AsyncIterable<readonly ExportAccount[]>;
  /** Of a CSV: cells as they are, without the quote that keeps a spreadsheet from running them. */
  raw: boolean;
  /** Of a workbook. */
  sheetName: string;
}

/** By the end of the file's name: `.xlsx` and `.xls` are workbooks, everything else (null too) a CSV. */
export function accountFileKind(fileName: string | null): AccountFileKind {
  const ending = /\.(xlsx|xls)$/iu.exec(fileName ?? "")?.[1]?.toLowerCase();
  return ending === "xlsx" || ending === "xls" ? ending : "csv";
}

/** The bytes or text of the file, a page of accounts at a time. Throws what the exporter and `writeWorkbook` throw. */
export function writeAccounts(
  table: AccountTable,
  kind: AccountFileKind,
): AsyncIterable<string | Uint8Array> {
  return kind === "csv" ? csvChunks(table) : writeWorkbook(kind, table.sheetName, workbookRows(table));
}

async function* csvChunks({ exporter, pages, raw }: AccountTable): AsyncGenerator<string> {
  const csv = csvExport(exporter, raw);
  yield csv.header();
  for await (const page of pages) {
    let chunk = "";
    for (const account of page) chunk += csv.row(account);
    yield chunk;
  }
}

function literal(cell: ExportCell): ExportCell {
  return typeof cell === "string" ? quoteLiteral(cell) : cell;
}

async function* workbookRows({ exporter, pages }: AccountTable): AsyncGenerator<WorkbookCell[][]> {
  yield exporter.header.map((cells) => [...cells]);
  for await (const page of pages) yield page.map((account) => exporter.cells(account).map(literal));
}
