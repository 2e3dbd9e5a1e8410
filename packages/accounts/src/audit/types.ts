/**
 * What use cases of the audit log take and give. Ids are strings here.
 */
import type { AuditAction } from "./actions";

export type AuditSubject =
  | "account"
  | "group"
  | "department"
  | "plan"
  | "attribute"
  | "domain"
  | "policy"
  | "import"
  | "message"
  | "settings"
  | "organisation"
  | "audit";

export interface AuditFilter {
  /** an account's id, or "system" */
  actor?: string | undefined;
  action?: AuditAction | undefined;
  subjectType?: AuditSubject | undefined;
  subjectId?: string | undefined;
  importId?: string | undefined;
  from?: Date | undefined;
  /** exclusive */
  to?: Date | undefined;
}

export interface ListAuditEventsInput extends AuditFilter {
  cursor?: string | undefined;
  /** 1 to 200 */
  limit: number;
}

export interface AuditEventView {
  id: string;
  at: Date;
  /** null: Rollcall itself, or somebody not signed in */
  actorId: string | null;
  actorName: string;
  action: AuditAction;
  /** "disabled the account": between the actor's and the subject's name */
  words: string;
  subjectType: AuditSubject;
  subjectId: string | null;
  subjectName: string | null;
  importId: string | null;
  /** what changed from what to what, where that is known; never a password or a link */
  data: Record<string, unknown>;
  ip: string | null;
}

export interface AuditPage {
  /** newest first */
  items: AuditEventView[];
  nextCursor: string | null;
}

export interface AuditVerification {
  ok: boolean;
  /** events whose link in the chain was recomputed */
  checked: number;
  /** id of the first event that does not follow from the one before; null when all do */
  firstBroken: string | null;
}
