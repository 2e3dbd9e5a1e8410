/**
 * Drops an import that was not confirmed yet: its record stays, its staged rows are deleted later. One that is being carried out is
 * stopped instead, until its last step: nothing was changed then, and it waits for its review again.
 */
import { appendAudit, cancelOpenImport, requestStop, stopCommit, type Transaction } from "@rollcall/db";
import { authorise, type Actor } from "../access/authorise";
import type { Context } from "../context";
import { refuse, type Result } from "../result";
import { findRecord, statusWords, type RecordKeys } from "./find-record";
import type { ImportRecord } from "./types";

/**
 * `stop`: only a commit that runs is meant, so that a second press, or one from a page that is behind, does not drop the review that
 * the first one brought back; where that waits already, it is the answer.
 * Refuses `wrong-state` once it has ended; a commit that reached its last step has. A commit that cannot end at once is still
 * COMMITTING in the answer, with `cancelRequestedAt`, and READY within seconds.
 */
export async function cancelImport(
  context: Context,
  input: { importId: string; stop?: boolean | undefined },
): Promise<Result<ImportRecord>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const { key, status } = found.value;
  const committing = status === "COMMITTING";
  if (input.stop === true && !committing)
    return status === "READY"
      ? found
      : refuse({ code: "wrong-state", what: "import", state: statusWords[status] });
  const cancelled = await context.database.transaction(async (tx) => {
    const dropped = !committing && (await cancelOpenImport(tx, key));
    const stopped = committing ? await requestStop(tx, key) : "ended";
    // Two who press at once stop it once.
    if (dropped || stopped === "asked") await record(tx, context, gate.value, found.value);
    return dropped || stopped !== "ended";
  });
  if (!cancelled) return refuseBy(context, input);
  if (committing) await stopCommit(context.database, key);
  return findRecord(context.database, input.importId);
}

async function record(
  tx: Transaction,
  context: Context,
  actor: Actor,
  { key, fileName, status }: ImportRecord & RecordKeys,
): Promise<void> {
  await appendAudit(tx, {
    actorId: actor.accountId,
    actorName: actor.name,
    action: status === "COMMITTING" ? "import.stopped" : "import.cancelled",
    subjectType: "import",
    subjectId: String(key),
    subjectName: fileName,
    importId: key,
    ip: context.ip,
  });
}

/** It went on meanwhile: what it is now is what is told. */
async function refuseBy(context: Context, input: { importId: string }): Promise<Result<ImportRecord>> {
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  return refuse({ code: "wrong-state", what: "import", state: statusWords[found.value.status] });
}
