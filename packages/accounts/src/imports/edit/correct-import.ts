/**
 * The frame of every correction: who may, the transaction under the import's row lock, what the rows are checked by, and the
 * answer. What is done inside, the use cases say.
 */
import {
  findRowsByNumber,
  openEdit,
  peekEdit,
  troubleOf,
  type OpenEdit,
  type StoredEdit,
} from "@rollcall/db";
import type { ColumnMatch, Format } from "@rollcall/importer";
import { authorise, type Actor } from "../../access/authorise";
import { rank } from "../../access/permissions";
import { auditEntry } from "../../audit/audit-entry";
import type { AuditAction } from "../../audit/actions";
import type { Context } from "../../context";
import type { Refusal } from "../../refusal";
import { done, refuse, type Result } from "../../result";
import { openWithSecret } from "../../secrets/sealing";
import { findRecord, importInUse, previewedForStronger, statusWords } from "../find-record";
import { parseImportId } from "../import-id";
import { toRowView } from "../list-import-rows";
import { planCaller } from "../plan-import";
import { toEditView } from "./describe-step";
import { checkerOf, groundOf } from "./open-checker";
import type { Recheck } from "./recheck-row";
import type { EditResult } from "./types";

/** A correction that is under way. */
export interface Correction {
  edit: OpenEdit;
  actor: Actor;
  format: Format;
  columns: readonly ColumnMatch[];
  /** the key that seals the import's passwords; null when it was destroyed */
  importKey: Uint8Array | null;
  /** a checker for one step */
  newRecheck: () => Recheck;
  /** plans the rows of a step again; remembers which to show */
  replan: (made: MadeStep) => Promise<void>;
}

/** A step that has written its rows. */
export interface MadeStep {
  edit: StoredEdit;
  /** the first rows that it changed */
  rowNos: readonly number[];
}

/** Rows that an answer carries at most. */
export const shownRows = 200;

/** What a correction did. */
export interface Corrected {
  /** null: nothing changed */
  last: StoredEdit | null;
  affected: number;
}

/**
 * Refuses `forbidden` (to a role below the one it was previewed for, too), `not-found`, `wrong-state` unless the import is waiting for review, and `busy` when somebody else has
 * been correcting or planning it for three seconds. A refusal of `work` undoes everything.
 */
export async function correctImport(
  context: Context,
  importId: string,
  action: AuditAction,
  work: (correction: Correction) => Promise<Result<Corrected>>,
): Promise<Result<EditResult>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const shown = new Set<number>();
  let basis: string | null = null;
  const corrected = await inTransaction(context, importId, async (edit) => {
    // Somebody weaker could give a password, or an address, to an administrator whom a stronger one is about to make.
    if (rank(gate.value) > (edit.stored.planAuthority ?? 0)) return previewedForStronger;
    basis = edit.stored.planFingerprint;
    const correction = await openCorrection(context, gate.value, edit, shown);
    const result = await work(correction);
    if (result.ok && result.value.last !== null) await log(context, correction, action, result.value);
    return result;
  });
  if (!corrected.ok) return corrected;
  return answer(context, importId, { ...corrected.value, basis }, shown);
}

/** For looking only: no lock, nothing written; the import may be in any state in which it has rows. */
export async function lookAtRows<T>(
  context: Context,
  importId: string,
  work: (ground: Pick<Correction, "edit" | "format" | "columns">) => Promise<Result<T>>,
): Promise<Result<T>> {
  const id = parseImportId(importId);
  const missing = refuse({ code: "not-found", what: "import" });
  if (id === null) return missing;
  const seen = await peekEdit(context.database, id, (edit) => {
    const refusal = refuseState(edit);
    if (refusal !== null) return Promise.resolve(refuse(refusal));
    const { format, columns } = groundOf(edit.stored);
    return work({ edit, format, columns });
  });
  return seen ?? missing;
}

/** Thrown to roll back; never leaves this file. */
class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

async function inTransaction<T>(
  context: Context,
  importId: string,
  work: (edit: OpenEdit) => Promise<Result<T>>,
): Promise<Result<T>> {
  const id = parseImportId(importId);
  const missing = refuse({ code: "not-found", what: "import" });
  if (id === null) return missing;
  try {
    const result = await openEdit(context.database, id, async (edit) => {
      const refusal = refuseState(edit);
      if (refusal !== null) throw new RolledBack(refusal);
      const made = await work(edit);
      if (!made.ok) throw new RolledBack(made.refusal);
      return made;
    });
    return result ?? missing;
  } catch (error) {
    if (error instanceof RolledBack) return refuse(error.refusal);
    if (troubleOf(error) === "lock-timeout") return importInUse;
    throw error;
  }
}

function refuseState({ stored }: OpenEdit): Refusal | null {
  if (stored.status === "READY") return null;
  return { code: "wrong-state", what: "import", state: statusWords[stored.status] };
}

async function openCorrection(
  context: Context,
  actor: Actor,
  edit: OpenEdit,
  shown: Set<number>,
): Promise<Correction> {
  const { stored, importId } = edit;
  const { format, columns } = groundOf(stored);
  const importKey =
    stored.sealedKey === null
      ? null
      : openWithSecret(context.settings.secret, "import-key", stored.sealedKey, String(importId));
  const caller = await planCaller(context, stored.planAuthority ?? 0);
  return {
    edit,
    actor,
    format,
    columns,
    importKey,
    newRecheck: await checkerOf(context, stored, { importId, importKey }),
    replan: async (made) => {
      const again = await edit.replan(made.edit.id, caller);
      for (const rowNo of [...made.rowNos, ...(again ?? [])]) if (shown.size < shownRows) shown.add(rowNo);
    },
  };
}

async function log(
  context: Context,
  { edit, actor }: Correction,
  action: AuditAction,
  { last, affected }: Corrected,
): Promise<void> {
  const step = last?.step as { kind: string; column?: unknown } | undefined;
  const subject = { type: "import", id: edit.importId, name: edit.stored.fileName } as const;
  // what was typed stays in the import's own record, and goes with it
  const data = { edit: last?.id ?? null, kind: step?.kind ?? null, rows: affected };
  await edit.log({ ...auditEntry(context, actor, action, subject, data), importId: edit.importId });
}

async function answer(
  context: Context,
  importId: string,
  { last, affected, basis }: Corrected & { basis: string | null },
  shown: ReadonlySet<number>,
): Promise<Result<EditResult>> {
  const found = await findRecord(context.database, importId);
  if (!found.ok) return found;
  const { key, createdById: _createdById, planAuthority: _planAuthority, ...record } = found.value;
  const rows = shown.size === 0 ? [] : await findRowsByNumber(context.database, key, [...shown]);
  return done({
    edit: last === null ? null : toEditView(last, record),
    affected,
    rows: rows.map((row) => toRowView(row, record.options.mail)),
    basis,
    record,
  });
}
