/** Carries out an undo that was confirmed, in one transaction; commitImport hands imports with `undoes` here. */
import {
  commitConfirmedUndo,
  refreshStatistics,
  releaseStopped,
  writeProgress,
  type UndoCommitResult,
} from "@rollcall/db";
import { may } from "../../access/permissions";
import type { Context } from "../../context";
import { describeRefusal } from "../../refusal";
import { refuse, type Result } from "../../result";
import { failOnDefect } from "../fail-on-defect";
import { findRecord, type RecordKeys } from "../find-record";
import type { ImportRecord } from "../types";
import { tryAgain } from "../try-again";
import { actionWords, forbidsUndo } from "./undo-query";

/** From here on PostgreSQL's figures of the tables are stale enough to matter. */
const manyRows = 5_000;

/**
 * COMMITTING → COMPLETED, FAILED with the reason, or CANCELLED where somebody stopped it in time. The caller has looked at the status; refuses `busy` when another process
 * holds it. Who asked for it is looked up again: a role taken away meanwhile fails it.
 */
export async function commitUndo(
  context: Context,
  { key, rows }: Pick<ImportRecord & RecordKeys, "key" | "rows">,
): Promise<Result<ImportRecord>> {
  await writeProgress(context.database, key, { phase: "looking", done: 0, total: rows }, true);
  const result = await failOnDefect(context, key, () => tryAgain(context, "undo", () => once(context, key)));
  if (result.kind === "not-claimed") return refuse({ code: "busy", what: "This undo" });
  if (result.kind === "stopped") await releaseStopped(context.database, key);
  if (result.kind === "undone" && result.facts.restored + result.facts.removed > manyRows)
    await refreshStatistics(context.database);
  return findRecord(context.database, String(key));
}

const masterActor = { role: "ADMINISTRATOR", adminRole: "MASTER" } as const;

function once(context: Context, importId: bigint): Promise<UndoCommitResult> {
  return commitConfirmedUndo(context.database, {
    importId,
    actionWords,
    report: (progress) => writeProgress(context.database, importId, progress),
    objection: (confirmedBy, facts) => {
      // Rollcall itself, as the command line does while there is no administrator.
      const actor = confirmedBy === "rollcall" ? masterActor : confirmedBy;
      if (actor === null || !may(actor, "imports.run"))
        return "Whoever asked for this may no longer do it. Nothing was changed.";
      const forbidden = forbidsUndo(actor, facts);
      return forbidden === null ? null : `${describeRefusal(forbidden)} Nothing was changed.`;
    },
  });
}
