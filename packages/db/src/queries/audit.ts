/**
 * Appends to the audit log. The trigger audit_chain numbers and chains each row; call it last in a transaction, since it
 * holds the end of the chain until the transaction ends.
 */
import type { Queryable } from "../client";
import { execute } from "./run-sql";

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
  await execute(db, appendAuditSql, ...auditValues(entry));
}

/** Several in the order given, in one statement. */
export async function appendAudits(db: Queryable, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await execute(
    db,
    `INSERT INTO audit_event (id, actor_id, actor_name, action, subject_type, subject_id, subject_name, import_id, data, ip)
     SELECT 0, actor_id, actor_name, action, subject_type, subject_id, subject_name, import_id, data, ip
       FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS e(entry, place),
            jsonb_to_record(e.entry) AS r(actor_id bigint, actor_name text, action text, subject_type text, subject_id text,
                                          subject_name text, import_id bigint, data jsonb, ip text)
      ORDER BY place`,
    JSON.stringify(
      entries.map((entry) => ({
        actor_id: entry.actorId === null ? null : String(entry.actorId),
        actor_name: entry.actorName,
        action: entry.action,
        subject_type: entry.subjectType,
        subject_id: entry.subjectId,
        subject_name: entry.subjectName,
        import_id: entry.importId === undefined || entry.importId === null ? null : String(entry.importId),
        data: entry.data ?? {},
        ip: entry.ip,
      })),
    ),
  );
}
