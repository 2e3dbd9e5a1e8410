/** Reads the audit log: pages of it, all of it, and whether its chain still holds. */
import type { Queryable } from "../client";
import { Parameters } from "./account-filter";
import { query, queryOne } from "./run-sql";

export interface AuditRow {
  id: bigint;
  at: Date;
  actorId: bigint | null;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string | null;
  subjectName: string | null;
  importId: bigint | null;
  data: unknown;
  ip: string | null;
}

export interface AuditFilter {
  /** "system": events of no person */
  actorId: bigint | "system" | null;
  action: string | null;
  subjectType: string | null;
  subjectId: string | null;
  importId: bigint | null;
  from: Date | null;
  /** exclusive */
  to: Date | null;
}

/** Newest first (`before`), or oldest first (`after`). Only conditions that are asked for stand in the text. */
export async function listAuditRows(
  db: Queryable,
  filter: AuditFilter,
  page: { before: bigint | null; limit: number } | { after: bigint; limit: number },
): Promise<AuditRow[]> {
  const p = new Parameters();
  const where: string[] = [];
  if (filter.actorId === "system") where.push("e.actor_id IS NULL");
  else if (filter.actorId !== null) where.push(`e.actor_id = ${p.bind(filter.actorId)}`);
  if (filter.action !== null) where.push(`e.action = ${p.bind(filter.action)}`);
  if (filter.subjectType !== null) where.push(`e.subject_type = ${p.bind(filter.subjectType)}`);
  if (filter.subjectId !== null) where.push(`e.subject_id = ${p.bind(filter.subjectId)}`);
  if (filter.importId !== null) where.push(`e.import_id = ${p.bind(filter.importId)}`);
  if (filter.from !== null || filter.to !== null) {
    const zones = await zonesOf(db, filter);
    if (zones === null) return [];
    where.push(`e.id BETWEEN ${p.bind(zones.first)} AND ${p.bind(zones.last)}`);
  }
  if (filter.from !== null) where.push(`e.at >= ${p.bind(filter.from)}::timestamptz`);
  if (filter.to !== null) where.push(`e.at < ${p.bind(filter.to)}::timestamptz`);
  const forward = "after" in page;
  if (forward) where.push(`e.id > ${p.bind(page.after)}`);
  else if (page.before !== null) where.push(`e.id < ${p.bind(page.before)}`);
  return query<AuditRow>(
    db,
    `SELECT e.id, e.at, e.actor_id AS "actorId", e.actor_name AS "actorName", e.action, e.subject_type AS "subjectType",
            e.subject_id AS "subjectId", e.subject_name AS "subjectName", e.import_id AS "importId", e.data, e.ip
       FROM audit_event e ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`}
      ORDER BY e.id ${forward ? "ASC" : "DESC"} LIMIT ${p.bind(page.limit)}::int`,
    ...p.values,
  );
}

/** Ids of a zone: id >> zoneBits, as in the index audit_event_zone_idx. */
const zoneBits = "14";

/** Between which ids the events of a time lie, in whole zones; null when there are none. */
async function zonesOf(
  db: Queryable,
  { from, to }: Pick<AuditFilter, "from" | "to">,
): Promise<{ first: bigint; last: bigint } | null> {
  const p = new Parameters();
  const where = [`(e.id >> ${zoneBits}) = zone`];
  if (from !== null) where.push(`e.at >= ${p.bind(from)}::timestamptz`);
  if (to !== null) where.push(`e.at < ${p.bind(to)}::timestamptz`);
  const row = await queryOne<{ first: bigint | null; last: bigint | null }>(
    db,
    // OFFSET 0: a look into the index for each zone; the planner would rather join with all events.
    `SELECT min(zone) << ${zoneBits} AS first, ((max(zone) + 1) << ${zoneBits}) - 1 AS last
       FROM generate_series((SELECT min(id) FROM audit_event) >> ${zoneBits}, (SELECT max(id) FROM audit_event) >> ${zoneBits}) zone
       CROSS JOIN LATERAL (SELECT FROM audit_event e WHERE ${where.join(" AND ")} OFFSET 0 LIMIT 1) met`,
    ...p.values,
  );
  if (row === null || row.first === null || row.last === null) return null;
  return { first: row.first, last: row.last };
}

/** The newest events about these subjects. */
export async function recentAuditRows(
  db: Queryable,
  subjectType: string,
  subjectId: bigint,
  limit: number,
): Promise<AuditRow[]> {
  const none = { actorId: null, action: null, importId: null, from: null, to: null };
  return listAuditRows(db, { ...none, subjectType, subjectId: String(subjectId) }, { before: null, limit });
}

/** Recomputes the whole chain (function audit_verify in the migrations). */
export async function verifyAuditChain(
  db: Queryable,
): Promise<{ checked: bigint; firstBroken: bigint | null }> {
  const row = await queryOne<{ checked: bigint; firstBroken: bigint | null }>(
    db,
    `SELECT checked, first_broken AS "firstBroken" FROM audit_verify()`,
  );
  if (row === null) throw new Error("audit_verify gave no answer.");
  return row;
}
