/** Plans a staged import: what would happen to every row, and what else. Nothing but the plan is written. */
import { planStagedImport, writeProgress, type PlanOptions } from "@rollcall/db";
import { formats, isImplementedFormat, type Recognition } from "@rollcall/importer";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";
import { failOnDefect } from "./fail-on-defect";
import { findRecord, statusWords } from "./find-record";
import { effectiveOptions, keyedGroups } from "./import-options";
import type { ImportRecord } from "./types";

/** STAGED → READY. Refuses `wrong-state` elsewhere, `busy` when another process plans it at this moment. */
export async function planImport(
  context: Context,
  input: { importId: string },
): Promise<Result<ImportRecord>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const { key, status, rows } = found.value;
  if (status !== "STAGED") return refuse({ code: "wrong-state", what: "import", state: statusWords[status] });
  await writeProgress(context.database, key, { phase: "planning", done: 0, total: rows }, true);
  const planned = await failOnDefect(context, key, () =>
    planStagedImport(context.database, key, toPlanOptions),
  );
  if (!planned) return refuse({ code: "busy", what: "This import" });
  const record = await findRecord(context.database, input.importId);
  return record.ok ? done(record.value) : record;
}

function toPlanOptions(stored: { options: unknown; recognition: unknown; formatId: string }): PlanOptions {
  const options = effectiveOptions(stored.options, stored.formatId);
  const columns = (stored.recognition as Pick<Recognition, "columns"> | null)?.columns ?? [];
  const headerOf = (field: string): string | null =>
    columns.find((column) => column.field === field)?.header ?? null;
  return {
    mode: options.mode,
    groupMode: options.groupMode,
    mail: options.mail,
    groups: keyedGroups(options.groups),
    emailColumn: headerOf("email"),
    passwordColumn: headerOf("password"),
    protectAdministrators: isImplementedFormat(stored.formatId)
      ? formats[stored.formatId].protectsAdministrators
      : true,
  };
}
