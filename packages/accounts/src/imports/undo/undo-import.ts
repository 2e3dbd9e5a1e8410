/** "Take back": makes an undo of an import, confirmed at once. A worker carries it out, or the caller with commitImport. */
import {
  announceWork,
  appendAudit,
  insertUndo,
  lockForUndo,
  previewUndoFacts,
  toldOf,
  type NewUndo,
} from "@rollcall/db";
import { authorise, type Actor } from "../../access/authorise";
import { rank } from "../../access/permissions";
import { auditEntry } from "../../audit/audit-entry";
import type { Context } from "../../context";
import { done, refuse, type Result } from "../../result";
import { transact } from "../../transact";
import { findRecord, statusWords, type RecordKeys } from "../find-record";
import type { ImportRecord } from "../types";
import { chooseUndoRows } from "./choose-undo-rows";
import type { UndoChoice } from "./types";
import type { ImportGuard } from "../guards";
import { passGuard, type Typed } from "../pass-guard";
import { guardUndo } from "./guard-undo";
import { nameUndo } from "./name-undo";
import { forbidsUndo, notUndoable, undoQuery } from "./undo-query";

export interface UndoImportInput extends UndoChoice, Typed {
  importId: string;
  /** of the preview that was seen; left out: whatever is there now */
  fingerprint?: string | undefined;
}

/**
 * Gives the undo: an import of its own that can be taken back in turn. Refuses `changed-meanwhile` when the preview is not that
 * of `fingerprint` any more, `guarded` when it is over a limit and what was typed does not fit, `wrong-state` when it is being taken back already or nothing is left to take back, and
 * `role-above-yours`, `last-master` and `forbidden` as an edit of the same accounts would.
 */
export async function undoImport(context: Context, input: UndoImportInput): Promise<Result<ImportRecord>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const no = notUndoable(found.value);
  if (no !== null) return no;
  const chosen = await chooseUndoRows(context, found.value.key, gate.value.accountId, input);
  if (!chosen.ok) return chosen;
  const facts = await previewUndoFacts(
    context.database,
    undoQuery(found.value.key, chosen.value, gate.value.accountId),
  );
  const forbidden = forbidsUndo(gate.value, facts);
  if (forbidden !== null) return refuse(forbidden);
  if (input.fingerprint !== undefined && input.fingerprint !== facts.fingerprint)
    return refuse({ code: "changed-meanwhile", what: "import" });
  if (facts.restored + facts.removed === 0)
    return refuse({
      code: "wrong-state",
      what: "import",
      state: "taken back already, or changed in every row since",
    });
  const { key, fileName } = found.value;
  const guard = await guardUndo(context.database.prisma, facts);
  const passed = await passGuard(context, gate.value, { key, fileName, guard }, input);
  if (!passed.ok) return passed;
  const total = facts.restored + facts.removed + facts.kept + facts.gone;
  const made = await start(context, gate.value, found.value, {
    rowNos: chosen.value,
    rows: total,
    fingerprint: facts.fingerprint,
    told: toldOf(facts),
    guard,
  });
  return made.ok ? findRecord(context.database, String(made.value)) : made;
}

async function start(
  context: Context,
  actor: Actor,
  record: ImportRecord & RecordKeys,
  {
    guard,
    ...entry
  }: Pick<NewUndo, "rowNos" | "rows" | "fingerprint" | "told"> & {
    guard: ImportGuard | null;
  },
): Promise<Result<bigint>> {
  return transact(context, async (tx) => {
    const held = await lockForUndo(tx, record.key);
    if (held === null) return refuse({ code: "not-found", what: "import" });
    if (held.undoing !== null || held.redactedAt !== null) {
      const state = held.undoing === null ? statusWords.COMPLETED : "being taken back";
      return refuse({ code: "wrong-state", what: "import", state });
    }
    const id = await insertUndo(tx, {
      ...entry,
      undoesId: record.key,
      fileName: nameUndo(record),
      byId: actor.accountId,
      byName: actor.name,
      authority: rank(actor),
    });
    await announceWork(tx, "commit");
    await appendAudit(
      tx,
      auditEntry(
        context,
        actor,
        "import.undo-started",
        { type: "import", id: record.key, name: record.fileName },
        {
          rows: entry.rowNos?.length ?? entry.rows,
          fingerprint: entry.fingerprint,
          undo: String(id),
          ...(guard === null ? {} : { guard: guard.reasons }),
        },
      ),
    );
    return done(id);
  });
}
