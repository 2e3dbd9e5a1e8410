/** The button "Create accounts": hands a reviewed plan to a worker. Exactly the plan that was seen is confirmed. */
import { announceWork, appendAudit, confirmPlan } from "@rollcall/db";
import { authorise, type Actor } from "../access/authorise";
import { rank } from "../access/permissions";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";
import { findRecord, statusWords, type RecordKeys } from "./find-record";
import type { ImportRecord } from "./types";

/**
 * READY → COMMITTING. Refuses `changed-meanwhile` when the plan is not the one of `fingerprint`, `wrong-state` when it was
 * confirmed already (a second press makes no second import), `invalid` when the import is strict and has errors or one of its
 * problems stops the whole file, and `forbidden` for a role below the one it was previewed for.
 */
export async function confirmImport(
  context: Context,
  input: { importId: string; fingerprint: string },
): Promise<Result<ImportRecord>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  return confirmAs(context, gate.value, found.value, input.fingerprint);
}

/** The same for one who is known already; without `fingerprint`, the plan of the record itself. */
export async function confirmAs(
  context: Context,
  actor: Actor,
  record: ImportRecord & RecordKeys,
  fingerprint = record.fingerprint ?? "",
): Promise<Result<ImportRecord>> {
  const { key, status, options, summary, fileName, stopped } = record;
  if (status !== "READY") return refuse({ code: "wrong-state", what: "import", state: statusWords[status] });
  if (stopped !== null || (options.strict && (summary?.problem ?? 0) > 0)) {
    const fields = { strict: stopped === null ? strictWords : stopWords(stopped) };
    return refuse({ code: "invalid", fields });
  }
  if (rank(actor) > (record.planAuthority ?? 0)) {
    return refuse({ code: "forbidden", need: "the role it was previewed for; preview it again with yours" });
  }
  const confirmed = await context.database.transaction(async (tx) => {
    const moved = await confirmPlan(tx, key, {
      fingerprint,
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
      data: { fingerprint },
      ip: context.ip,
    });
    return true;
  });
  if (!confirmed) {
    return fingerprint === record.fingerprint
      ? refuse({ code: "wrong-state", what: "import", state: statusWords.COMMITTING })
      : refuse({ code: "changed-meanwhile", what: "import" });
  }
  const moved = await findRecord(context.database, record.id);
  return moved.ok ? done(moved.value) : moved;
}

const strictWords = "This import is strict: every row must be right before anything is saved.";

function stopWords(code: string): string {
  return code === "password.policy"
    ? "A password that the policy refuses stops the whole file, whatever else is in it. Correct it and drop the file again."
    : `One of its problems stops the whole file (${code}). Correct it and drop the file again.`;
}
