/** Accounts as a file that can be imported again. The same accounts give the same bytes. */
import { appendAudit, streamAccounts, type ExportedAccount } from "@rollcall/db";
import { accountFileKind, writeAccounts, type AccountFileKind } from "@rollcall/workbook";
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
  kind: AccountFileKind;
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
  const kind = accountFileKind(input.fileName ?? null);
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
  const table = { exporter: format.exporter(shape), pages, raw: input.raw ?? false, sheetName: format.label };
  const chunks = writeAccounts(table, kind);
  return done({ fileName: input.fileName ?? `${format.id}.csv`, kind, accounts, leftOut, lost, chunks });
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
