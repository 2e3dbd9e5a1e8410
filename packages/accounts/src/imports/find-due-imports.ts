/** What waits for a worker. Looking is all this does; the claim is made where the work is done. */
import { deleteLeftRows, dropSpentKeys, failDeadUploads, findWaitingImports } from "@rollcall/db";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { queueImportFailed } from "../mail/queue-import-mail";
import { done, type Result } from "../result";

/** Ids, oldest first. */
export async function findDueImports(
  context: Context,
): Promise<Result<{ toPlan: string[]; toCommit: string[] }>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const waiting = await findWaitingImports(context.database);
  const ids = (status: "STAGED" | "COMMITTING"): string[] =>
    waiting.filter((entry) => entry.status === status).map((entry) => String(entry.id));
  return done({ toPlan: ids("STAGED"), toCommit: ids("COMMITTING") });
}

/** Fails uploads whose process is gone and tells who started them, clears rows of cancelled imports and keys that are no longer needed. */
export async function failStaleUploads(
  context: Context,
): Promise<Result<{ failed: number; deletedRows: number }>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const failed = await context.database.transaction(async (tx) => {
    const ids = await failDeadUploads(tx);
    for (const id of ids) await queueImportFailed(tx, id);
    return ids.length;
  });
  const deletedRows = await deleteLeftRows(context.database, 50_000);
  await dropSpentKeys(context.database);
  return done({ failed, deletedRows });
}
