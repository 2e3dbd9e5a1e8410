/** The button "Create accounts": hands a reviewed plan to a worker. Exactly the plan that was seen is confirmed. */
import { announceWork, appendAudit, confirmPlan } from "@rollcall/db";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";
import { findRecord, statusWords } from "./find-record";
import type { ImportRecord } from "./types";

/**
 * READY → COMMITTING. Refuses `changed-meanwhile` when the plan is not the one of `fingerprint`, `wrong-state` when it was
 * confirmed already (a second press makes no second import), and `invalid` when the import is strict and has errors.
 */
export async function confirmImport(
  context: Context,
  input: { importId: string; fingerprint: string },
): Promise<Result<ImportRecord>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const { key, status, fingerprint, options, summary, fileName } = found.value;
  if (status !== "READY") return refuse({ code: "wrong-state", what: "import", state: statusWords[status] });
  if (options.strict && (summary?.problem ?? 0) > 0) {
    const fields = { strict: "This import is strict: every row must be right before anything is saved." };
    return refuse({ code: "invalid", fields });
  }
  const actor = gate.value;
  const confirmed = await context.database.transaction(async (tx) => {
    const moved = await confirmPlan(tx, key, {
      fingerprint: input.fingerprint,
      confirmedById: actor.accountId,
      confirmedByName: actor.name,
    });
    if (!moved) return false;
    await announceWork(tx, "commit");
    await appendAudit(tx, {
      actorId: actor.accountId,
      actorName: actor.name,
      action: "import.confirmed",
      subjectType: "import",
      subjectId: String(key),
      subjectName: fileName,
      importId: key,
      data: { fingerprint: input.fingerprint },
      ip: context.ip,
    });
    return true;
  });
  if (!confirmed) {
    return fingerprint === input.fingerprint
      ? refuse({ code: "wrong-state", what: "import", state: statusWords.COMMITTING })
      : refuse({ code: "changed-meanwhile", what: "import" });
  }
  const record = await findRecord(context.database, input.importId);
  return record.ok ? done(record.value) : record;
}
