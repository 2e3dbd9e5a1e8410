/** What every question about an undo has in common: which import, which of its rows, asked by whom, and words for what happened since. */
import type { UndoFacts, UndoQuery } from "@rollcall/db";
import type { Actor } from "../../access/authorise";
import { adminRoleNames, adminRoles, mayWriteAccountCodes, rank } from "../../access/permissions";
import type { AuditAction } from "../../audit/actions";
import { refuse } from "../../result";
import type { Refusal } from "../../refusal";
import { statusWords, type RecordKeys } from "../find-record";
import type { ImportRecord } from "../types";

/** What the reason of a kept account says of its newest audit event: "Ingrid Solheim edited it on 3 March 2026." */
export const actionWords = {
  "account.updated": "edited it",
  "account.disabled": "disabled it",
  "account.enabled": "enabled it",
  "account.locked": "locked it",
  "account.unlocked": "unlocked it",
  "role.changed": "changed its role",
  "membership.added": "put it into a group",
  "membership.removed": "took it out of a group",
  "password.changed": "set its password",
} as const satisfies Partial<Record<AuditAction, string>>;

/** At most so many chosen rows; more is the whole import. */
export const mostChosenRows = 10_000;

export function undoQuery(
  importId: bigint,
  rowNos: readonly number[] | null | undefined,
  actorId: bigint | null,
): UndoQuery {
  return { importId, rowNos: rowNos ?? null, actorId, actionWords };
}

/** A refusal for what cannot be taken back at all; null when it can. */
export function notUndoable(record: ImportRecord & RecordKeys): { ok: false; refusal: Refusal } | null {
  const { status, redactedAt } = record;
  if (status !== "COMPLETED")
    return refuse({ code: "wrong-state", what: "import", state: statusWords[status] });
  if (redactedAt === null) return null;
  return refuse({
    code: "wrong-state",
    what: "import",
    state: "too old: the contents of its rows were removed, as the settings say",
  });
}

/** Why this person may not take these accounts back; null when they may. */
export function forbidsUndo(actor: Pick<Actor, "role" | "adminRole">, facts: UndoFacts): Refusal | null {
  if (facts.strongest < rank(actor)) {
    const role = adminRoles[facts.strongest] ?? "MASTER";
    return { code: "role-above-yours", role: adminRoleNames[role] };
  }
  if (facts.accountCodes && !mayWriteAccountCodes(actor))
    return { code: "forbidden", need: "the role Migration or Master, since account codes change" };
  return facts.loses ? { code: "last-master" } : null;
}
