/** Carries out a confirmed import in one transaction. Called by a worker, or by the command line in its own process. */
import {
  commitConfirmedImport,
  refreshStatistics,
  releaseStopped,
  writeProgress,
  type CommitResult,
} from "@rollcall/db";
import { authorise } from "../access/authorise";
import { may, rank } from "../access/permissions";
import type { Context } from "../context";
import { inviteImported } from "../enrolment/invite";
import { done, refuse, type Result } from "../result";
import { failOnDefect } from "./fail-on-defect";
import { findRecord, statusWords } from "./find-record";
import { toCommitOptions } from "./to-plan-options";
import type { ImportRecord } from "./types";
import { tryAgain } from "./try-again";
import { commitUndo } from "./undo/commit-undo";

/** From here on PostgreSQL's figures of the tables are stale enough to matter. */
const manyRows = 5_000;

/**
 * COMMITTING → COMPLETED, FAILED where it threw, or READY again: where somebody stopped it in time, and where something is not as it
 * was confirmed, with what (`objection`). Refuses `busy` when another process holds it and `wrong-state` when
 * it is not to be committed. A deadlock or a lost connection is tried again up to five times; nothing was changed then.
 */
export async function commitImport(
  context: Context,
  input: { importId: string },
): Promise<Result<ImportRecord>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const { key, status, options, rows, createdById } = found.value;
  if (status !== "COMMITTING")
    return refuse({ code: "wrong-state", what: "import", state: statusWords[status] });
  if (found.value.undoes !== null) return commitUndo(context, found.value);
  await writeProgress(context.database, key, { phase: "groups", done: 0, total: rows }, true);
  const result = await failOnDefect(context, key, () =>
    tryAgain(context, "commit", () => commitOnce(context, key, options.format)),
  );
  if (result.kind === "not-claimed") return refuse({ code: "busy", what: "This import" });
  if (result.kind === "stopped") await releaseStopped(context.database, key);
  if (result.kind === "committed" && result.summary.create + result.summary.update > manyRows) {
    await refreshStatistics(context.database);
  }
  if (result.kind === "committed" && options.invite) await inviteAll(context, input.importId, createdById);
  const record = await findRecord(context.database, input.importId);
  return record.ok ? done(record.value) : record;
}

/** In the name of whoever started the import. What does not come about here is done by hand: the record says that nobody was invited. */
async function inviteAll(context: Context, importId: string, createdById: bigint | null): Promise<void> {
  const starter: Context =
    createdById === null ? context : { ...context, principal: { kind: "operator", accountId: createdById } };
  try {
    const invited = await inviteImported(starter, { importId });
    if (!invited.ok) context.log.warn("imported people were not invited", { importId, ...invited.refusal });
  } catch (error) {
    context.log.warn("imported people were not invited", { importId, error: String(error) });
  }
}

function commitOnce(context: Context, importId: bigint, formatId: string | null): Promise<CommitResult> {
  return commitConfirmedImport(context.database, {
    importId,
    readOptions: (stored) => toCommitOptions(stored, formatId),
    report: (progress) => writeProgress(context.database, importId, progress),
    mayCommit: (actor, planAuthority) => {
      if (actor === "rollcall") return null;
      if (actor !== null && may(actor, "imports.run") && rank(actor) <= (planAuthority ?? 0)) return null;
      return "Whoever confirmed this import may no longer run it. Nothing was changed; whoever may can preview it again.";
    },
  });
}
