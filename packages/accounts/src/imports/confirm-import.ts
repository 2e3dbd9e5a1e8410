/** The button "Create accounts": hands a reviewed plan to a worker. Exactly the plan that was seen is confirmed. */
import {
  announceWork,
  appendAudit,
  confirmPlan,
  inImportTurn,
  troubleOf,
  type Transaction,
} from "@rollcall/db";
import { authorise, type Actor } from "../access/authorise";
import { rank } from "../access/permissions";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";
import { findRecord, previewedForStronger, importInUse, type RecordKeys, statusWords } from "./find-record";
import { passGuard, type Typed } from "./pass-guard";
import type { ImportRecord } from "./types";

/**
 * READY → COMMITTING. Refuses `changed-meanwhile` when the plan is not the one of `fingerprint`, `confirmed-already` when somebody
 * was faster (a second press makes no second import), `busy` while others change it for longer than three seconds, `invalid` when the import is strict and has errors or one of its problems
 * stops the whole file, or something was objected to when it was last carried out (`objection`) and nobody previewed it again, `guarded` when it is over a limit and what was typed does not fit, and `forbidden` for a role below the one
 * it was previewed for.
 */
export async function confirmImport(
  context: Context,
  input: { importId: string; fingerprint: string } & Typed,
): Promise<Result<ImportRecord>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  return confirmAs(context, gate.value, found.value, input.fingerprint, input);
}

/** The same for one who is known already; without `fingerprint`, the plan of the record itself. */
export async function confirmAs(
  context: Context,
  actor: Actor,
  record: ImportRecord & RecordKeys,
  fingerprint = record.fingerprint ?? "",
  typed: Typed = {},
): Promise<Result<ImportRecord>> {
  const { status, options, summary, stopped, objection } = record;
  if (status !== "READY") return refuseLate(actor, record);
  if (fingerprint !== record.fingerprint) return refuse({ code: "changed-meanwhile", what: "import" });
  if (objection !== null) return refuse({ code: "invalid", fields: { objection } });
  if (stopped !== null || (options.strict && (summary?.problem ?? 0) > 0)) {
    const fields = { strict: stopped === null ? strictWords : stopWords(stopped) };
    return refuse({ code: "invalid", fields });
  }
  if (rank(actor) > (record.planAuthority ?? 0)) return previewedForStronger;
  const passed = await passGuard(context, actor, record, typed);
  if (!passed.ok) return passed;
  const confirmed = await carryConfirmed(context, actor, record, fingerprint);
  if (confirmed === "busy") return importInUse;
  const moved = await findRecord(context.database, record.id);
  if (confirmed || !moved.ok) return moved.ok ? done(moved.value) : moved;
  return moved.value.status === "READY"
    ? refuse({ code: "changed-meanwhile", what: "import" })
    : refuseLate(actor, moved.value);
}

/** False: the plan is not the one that was seen, or somebody was faster. */
async function carryConfirmed(
  context: Context,
  actor: Actor,
  record: ImportRecord & RecordKeys,
  fingerprint: string,
): Promise<boolean | "busy"> {
  const { key } = record;
  try {
    return await inImportTurn(key, () =>
      context.database.transaction((tx) => writeConfirmed(context, tx, { actor, record, fingerprint })),
    );
  } catch (error) {
    if (troubleOf(error) === "lock-timeout") return "busy";
    throw error;
  }
}

async function writeConfirmed(
  { ip }: Context,
  tx: Transaction,
  { actor, record, fingerprint }: { actor: Actor; record: ImportRecord & RecordKeys; fingerprint: string },
): Promise<boolean> {
  const { key, fileName, guard } = record;
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
    data: { fingerprint, ...(guard === null ? {} : { guard: guard.reasons }) },
    ip,
  });
  return true;
}

/** Two people at one button: the slower one learns who was faster, and that there is one import. */
function refuseLate(
  actor: Actor,
  { status, confirmedBy, confirmedById, confirmedAt }: ImportRecord & RecordKeys,
): Result<never> {
  const pressed = status === "COMMITTING" || status === "COMPLETED";
  if (!pressed || confirmedBy === null || confirmedAt === null)
    return refuse({ code: "wrong-state", what: "import", state: statusWords[status] });
  const you = confirmedById !== null && confirmedById === actor.accountId;
  return refuse({ code: "confirmed-already", by: confirmedBy, at: confirmedAt.toISOString(), you });
}

const strictWords = "This import is strict: every row must be right before anything is saved.";

function stopWords(code: string): string {
  return code === "password.policy"
    ? "A password that the policy refuses stops the whole file, whatever else is in it. Correct its row in the review and confirm again, or import a corrected file."
    : `One of its problems stops the whole file (${code}). Correct its row in the review and confirm again, or import a corrected file.`;
}
