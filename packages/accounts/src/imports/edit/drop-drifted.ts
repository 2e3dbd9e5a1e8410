/**
 * Drops rows that a commit held back because their account had changed since the preview: nothing is done with them, they wait no
 * more, and the record says who decided so. Carrying them on instead is `continueImport`.
 */
import { openEdit, troubleOf, type OpenEdit } from "@rollcall/db";
import { authorise, type Actor } from "../../access/authorise";
import { auditEntry } from "../../audit/audit-entry";
import type { Context } from "../../context";
import type { Refusal } from "../../refusal";
import { done, refuse, type Result } from "../../result";
import { findRecord, importInUse, statusWords } from "../find-record";
import type { ImportRecord } from "../types";
import type { RememberedStep } from "./step-memory";

export interface DropDriftedResult {
  /** rows that waited and wait no more; 0 when they had been dropped before */
  dropped: number;
  record: ImportRecord;
}

/**
 * `rowNos` null: all of them. Dropped again, nothing happens. Refuses `invalid` for rows that did not change, `wrong-state` before
 * the import is done, when its rows' contents are gone, when they went on already, and when none changed; `busy` when somebody
 * else decides about them at this moment.
 */
export async function dropDrifted(
  context: Context,
  input: { importId: string; rowNos: readonly number[] | null },
): Promise<Result<DropDriftedResult>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const found = await findRecord(context.database, input.importId);
  if (!found.ok) return found;
  const rowNos = input.rowNos === null ? null : [...new Set(input.rowNos)];
  const { key } = found.value;
  const dropped = await attempt(context, key, (edit) => drop(context, gate.value, edit, rowNos));
  if (!dropped.ok) return dropped;
  const after = await findRecord(context.database, input.importId);
  if (!after.ok) return after;
  const {
    key: _key,
    createdById: _createdBy,
    confirmedById: _by,
    planAuthority: _rank,
    ...record
  } = after.value;
  return done({ dropped: dropped.value, record });
}

async function attempt(
  context: Context,
  importId: bigint,
  work: (edit: OpenEdit) => Promise<Result<number>>,
): Promise<Result<number>> {
  try {
    return (
      (await openEdit(context.database, importId, work)) ?? refuse({ code: "not-found", what: "import" })
    );
  } catch (error) {
    if (troubleOf(error) === "lock-timeout") return importInUse;
    throw error;
  }
}

/** A refusal comes before anything is written. */
async function drop(
  context: Context,
  actor: Actor,
  edit: OpenEdit,
  rowNos: number[] | null,
): Promise<Result<number>> {
  const refusal = await refuseState(context, edit);
  if (refusal !== null) return refuse(refusal);
  const { held, line } = await edit.countDrifted(rowNos);
  if (rowNos === null && held === 0) return refuse(inState("without rows that changed since its preview"));
  if (rowNos !== null && held < rowNos.length)
    return refuse({ code: "invalid", fields: { rows: "Choose rows that changed since the preview." } });
  const remembered = { line, was: null, keys: null };
  const stepOf = (rows: number): RememberedStep => ({ kind: "drop", rows, remembered });
  const rows = await edit.dropDrifted(rowNos, stepOf, actor);
  if (rows === 0) return done(0);
  const subject = { type: "import", id: edit.importId, name: edit.stored.fileName } as const;
  await edit.log({
    ...auditEntry(context, actor, "import.dropped", subject, { rows }),
    importId: edit.importId,
  });
  return done(rows);
}

/** Asked under the lock, so that nobody carries the rows on at the same moment. */
async function refuseState(context: Context, edit: OpenEdit): Promise<Refusal | null> {
  const { status } = edit.stored;
  if (status !== "COMPLETED") return inState(statusWords[status]);
  if ((await edit.continuedBy()) !== null) return inState("carried on by another import, which has its rows");
  const found = await findRecord(context.database, String(edit.importId));
  if (!found.ok) return found.refusal;
  return found.value.redactedAt === null ? null : inState("without its rows, whose contents were removed");
}

const inState = (state: string): Refusal => ({ code: "wrong-state", what: "import", state });
