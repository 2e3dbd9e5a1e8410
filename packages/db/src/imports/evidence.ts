/** What the evidence of an import is made of besides its rows: its audit events with their links, and what it changed in accounts. */
import type { Queryable } from "../client";
import { query, queryOne } from "../queries/run-sql";

/** An event as the chain has it: hash = SHA-256 of the event before's hash and `text`, which holds every column. */
export interface ChainedEvent {
  id: string;
  text: string;
  previousHash: string;
  hash: string;
}

const chained = `e.id::text AS id, audit_text(e) AS text, encode(e.previous_hash, 'hex') AS "previousHash", encode(e.hash, 'hex') AS hash`;

/** In the order of the log; the events that record evidence left out. */
export async function findEvidenceEvents(db: Queryable, importId: bigint): Promise<ChainedEvent[]> {
  return query<ChainedEvent>(
    db,
    `SELECT ${chained} FROM audit_event e
      WHERE (e.import_id = $1 OR e.subject_type = 'import' AND e.subject_id = $1::text) AND e.action <> 'import.recorded' ORDER BY e.id`,
    importId,
  );
}

/** The event that holds the digest of this manifest; null: there is none yet. */
export async function findRecordedEvent(
  db: Queryable,
  importId: bigint,
  manifest: string,
): Promise<ChainedEvent | null> {
  return queryOne<ChainedEvent>(
    db,
    `SELECT ${chained} FROM audit_event e
      WHERE e.import_id = $1 AND e.action = 'import.recorded' AND e.data->>'manifest' = $2 ORDER BY e.id LIMIT 1`,
    importId,
    manifest,
  );
}

/** The first of these events that the log has not, or has with another hash; null: it has them all. */
export async function findLostEvent(
  db: Queryable,
  events: readonly Pick<ChainedEvent, "id" | "hash">[],
): Promise<string | null> {
  const row = await queryOne<{ id: string }>(
    db,
    `SELECT g.id FROM jsonb_to_recordset($1::jsonb) AS g(id text, hash text)
      WHERE NOT EXISTS (SELECT FROM audit_event e WHERE e.id = g.id::bigint AND encode(e.hash, 'hex') = g.hash
                           AND e.hash = sha256(e.previous_hash || convert_to(audit_text(e), 'UTF8')))
      ORDER BY g.id::bigint LIMIT 1`,
    JSON.stringify(events.map(({ id, hash }) => ({ id, hash }))),
  );
  return row?.id ?? null;
}

export interface ChangeEntry {
  rowNo: number;
  accountId: string;
  /** what an undo deleted, as it was, without its password; null: it changed it, or made it */
  deleted: unknown;
  /** an undo of an undo made it again */
  made: boolean;
  /** {field: {from, to}}, lists as {add, remove} */
  changes: Record<string, { from?: unknown; to?: unknown; add?: string[]; remove?: string[] }> | null;
}

/** By row number, those after `after`. */
export async function findChanges(
  db: Queryable,
  importId: bigint,
  after: number,
  limit: number,
): Promise<ChangeEntry[]> {
  return query<ChangeEntry>(
    db,
    `SELECT c.row_no AS "rowNo", c.account_id::text AS "accountId", c.after AS changes, c.before IS NULL AS made,
            CASE WHEN c.after IS NULL THEN c.before #- '{account,password_hash}' END AS deleted
       FROM change c WHERE c.import_id = $1 AND c.row_no > $2::int ORDER BY c.row_no LIMIT $3::int`,
    importId,
    after,
    limit,
  );
}
