/** Makes the audit entries of use cases: typed actions and subjects, the actor and network address of the call. */
import type { AuditEntry } from "@rollcall/db";
import { withoutControls } from "../people/check-fields";
import type { Context } from "../context";
import type { AuditAction } from "./actions";
import type { AuditSubject } from "./types";

export interface Subject {
  type: AuditSubject;
  id: bigint | null;
  name: string | null;
}

export interface Doer {
  accountId: bigint | null;
  name: string;
}

/** `data` says what changed from what to what; it never holds a password, a link or a hash. */
export function auditEntry(
  context: Context,
  actor: Doer,
  action: AuditAction,
  subject: Subject,
  data: Record<string, unknown> = {},
): AuditEntry {
  return {
    actorId: actor.accountId,
    actorName: actor.name,
    action,
    subjectType: subject.type,
    subjectId: subject.id === null ? null : String(subject.id),
    subjectName: subject.name,
    data,
    ip: context.ip === null ? null : withoutControls(context.ip).slice(0, 64),
  };
}

/** An account as the subject of an event. */
export function accountSubject(account: { id: bigint; name: string }): Subject {
  return { type: "account", id: account.id, name: account.name };
}
