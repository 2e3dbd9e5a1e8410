/** Drops an import that was not confirmed yet. Its record stays; its staged rows are deleted later. */
import { appendAudit, cancelOpenImport } from "@rollcall/db";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { refuse, type Result } from "../result";
import { findRecord, statusWords } from "./find-record";
import type { ImportRecord } from "./types";

/** Refuses `wrong-state` once it is being committed or has ended. */
export async function cancelImport(
  context: Context,
  input: { importId: string },
): Promise<Result<ImportRecord>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const { key, fileName, status } = found.value;
  const cancelled = await context.database.transaction(async (tx) => {
    if (!(await cancelOpenImport(tx, key))) return false;
    await appendAudit(tx, {
      actorId: gate.value.accountId,
      actorName: gate.value.name,
      action: "import.cancelled",
      subjectType: "import",
      subjectId: String(key),
      subjectName: fileName,
      importId: key,
      ip: context.ip,
    });
    return true;
  });
  if (!cancelled) return refuse({ code: "wrong-state", what: "import", state: statusWords[status] });
  return findRecord(context.database, input.importId);
}
