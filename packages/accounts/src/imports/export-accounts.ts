/** Accounts as a file that can be imported again. The same accounts give the same bytes. */
import { appendAudit, streamAccounts, type ExportedAccount } from "@rollcall/db";
import { csvExport, type Exporter } from "@rollcall/importer";
import { writeWorkbook, type WorkbookCell } from "@rollcall/workbook";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { done, type Result } from "../result";
import { planExport, type ExportInput, type LostField, type PlannedExport } from "./export-shape";

export interface ExportPreview {
  accounts: number;
  /** accounts of the choice that the format cannot name, and the file leaves out */
  leftOut: number;
  /** what the file has no place for */
  lost: LostField[];
}

export interface ExportFile extends ExportPreview {
  fileName: string;
  kind: "csv" | "xlsx" | "xls";
  chunks: AsyncIterable<string | Uint8Array>;
}

/** What a file of these accounts would hold and lose, before it is made. Refuses as `exportAccounts`. */
export async function previewExport(context: Context, input: ExportInput): Promise<Result<ExportPreview>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const planned = await planExport(context.database, input);
  if (!planned.ok) return planned;
  const { accounts, leftOut, lost } = planned.value;
  return done({ accounts, leftOut, lost });
}

/**
 * Refuses `invalid` for a format that does not exist, and for control-panel without a domain. Writes `accounts.exported` to the
 * audit log before the first byte.
 */
export async function exportAccounts(context: Context, input: ExportInput): Promise<Result<ExportFile>> {
  const gate = await authorise(context, "imports.read");
  if (!gate.ok) return gate;
  const planned = await planExport(context.database, input);
  if (!planned.ok) return planned;
  const { format, shape, accounts, leftOut, lost } = planned.value;
  const kind = kindOf(input.fileName ?? "");
  const exporter = format.exporter(shape);
  const pages = exportedPages(context, planned.value);
  await appendAudit(context.database, {
    actorId: gate.value.accountId,
    actorName: gate.value.name,
    action: "accounts.exported",
    subjectType: "organisation",
    subjectId: null,
    subjectName: input.group ?? null,
    data: { format: format.id, accounts, kind },
    ip: context.ip,
  });
  const chunks =
    kind === "csv"
      ? csvChunks(exporter, pages, input.raw ?? false)
      : writeWorkbook(kind, format.label, workbookRows(exporter, pages));
  return done({ fileName: input.fileName ?? `${format.id}.csv`, kind, accounts, leftOut, lost, chunks });
}

function kindOf(fileName: string): ExportFile["kind"] {
  const ending = /\.(xlsx|xls)$/i.exec(fileName)?.[1]?.toLowerCase();
  return ending === "xlsx" || ending === "xls" ? ending : "csv";
}

/** Without the accounts that the format cannot name. */
async function* exportedPages(
  context: Context,
  { format, filter, shape }: PlannedExport,
): AsyncGenerator<ExportedAccount[]> {
  const { canExport } = format;
  for await (const page of streamAccounts(context.database, filter))
    yield canExport === undefined ? page : page.filter((account) => canExport(account, shape));
}

async function* csvChunks(
  exporter: Exporter,
  pages: AsyncIterable<ExportedAccount[]>,
  raw: boolean,
): AsyncGenerator<string> {
  const csv = csvExport(exporter, raw);
  yield csv.header();
  for await (const page of pages) {
    let chunk = "";
    for (const account of page) chunk += csv.row(account);
    yield chunk;
  }
}

async function* workbookRows(
  exporter: Exporter,
  pages: AsyncIterable<ExportedAccount[]>,
): AsyncGenerator<WorkbookCell[][]> {
  yield exporter.header.map((cells) => [...cells]);
  for await (const page of pages) yield page.map((account) => [...exporter.cells(account)]);
}
