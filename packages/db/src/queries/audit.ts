/**
 * Appends to the audit log. The trigger audit_chain numbers and chains the row; call it last in a transaction, since it
 * holds the end of the chain until the transaction ends.
 */
import { clientOf, type Queryable } from "../client";

export interface AuditEntry {
  actorId: bigint | null;
  actorName: string;
  /** noun.verb in the past tense: "account.created" */
  action: string;
  subjectType: string;
  subjectId: string | null;
  subjectName: string | null;
  importId?: bigint | null;
  /** JSON-safe; never a password or a link */
  data?: Record<string, unknown>;
  ip: string | null;
}

export const appendAuditSql = `INSERT INTO audit_event
  (id, actor_id, actor_name, action, subject_type, subject_id, subject_name, import_id, data, ip)
  VALUES (0, $1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9)`;

export function auditValues(entry: AuditEntry): unknown[] {
  return [
    entry.actorId,
    entry.actorName,
    entry.action,
    entry.subjectType,
    entry.subjectId,
    entry.subjectName,
    entry.importId ?? null,
    JSON.stringify(entry.data ?? {}),
    entry.ip,
  ];
}

export async function appendAudit(db: Queryable, entry: AuditEntry): Promise<void> {
  await clientOf(db).$executeRawUnsafe(appendAuditSql, ...auditValues(entry));
}
