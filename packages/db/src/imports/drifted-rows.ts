/**
 * Rows that a commit held back because their account changed after the preview: what was planned, and what stands now; and
 * how some of them are dropped. The problem that the commit found stays with a dropped row and says what it was.
 */
import type pg from "pg";
import type { Queryable } from "../client";
import { query } from "../queries/run-sql";

export interface DriftedRowEntry {
  rowNo: number;
  line: number;
  email: string | null;
  accountId: bigint | null;
  /** as the plan announced them */
  changes: unknown;
  /** what the row gives by flat key; what it gives and the plan did not change, the preview found just so */
  given: unknown;
  /** every field of the account as it is now; null: there is none */
  now: unknown;
  /** somebody said that nothing shall be done with it */
  dropped: boolean;
}

const isHeld = `p.problems @> '[{"code": "row.changed-since-preview"}]'`;
const isDropped = `p.outcome = 'SKIP' AND p.reason = 'dropped'`;

// Asked only where the commit says that there are some: problems of another kind may be many.
const driftedSql = `
SELECT r.row_no AS "rowNo", r.line, r.email, p.account_id AS "accountId", p.changes, jsonb_strip_nulls(coalesce(r.extra, '{}') - '{$plan,$blank}'::text[]
         || jsonb_build_object('fullName', r.full_name, 'department', r.department)) AS given, ${isDropped} AS dropped,
       CASE WHEN a.id IS NOT NULL THEN account_flat(a) || jsonb_build_object('fullName', a.full_name,
         'department', (SELECT d.name FROM department d WHERE d.id = a.department_id),
         'groups', (SELECT coalesce(jsonb_agg(g.name ORDER BY g.name_key), '[]') FROM membership m JOIN "group" g ON g.id = m.group_id WHERE m.account_id = a.id),
         'aliases', (SELECT coalesce(jsonb_agg(h.email ORDER BY h.key), '[]') FROM address h WHERE h.account_id = a.id AND NOT h.is_primary)) END AS now
  FROM import_plan_row p JOIN import_row r USING (import_id, row_no) LEFT JOIN account a ON a.id = p.account_id
 WHERE p.import_id = $1 AND (p.outcome = 'PROBLEM' OR ${isDropped}) AND ${isHeld} AND p.row_no > $2
   AND EXISTS (SELECT FROM audit_event e WHERE e.import_id = $1 AND e.action = 'import.committed' AND (e.data->>'drifted')::int > 0)
 ORDER BY p.row_no LIMIT $3`;

/** Those after row `after`, in the order of the file. */
export async function findDriftedRows(
  db: Queryable,
  importId: bigint,
  { after, limit }: { after: number; limit: number },
): Promise<DriftedRowEntry[]> {
  return query<DriftedRowEntry>(db, driftedSql, importId, after, limit);
}

/** What there is of such rows among those asked for. */
export interface DriftedCount {
  /** held back, dropped or not */
  held: number;
  /** not dropped yet */
  waiting: number;
  /** the first of those that wait; null: none does */
  line: number | null;
}

/** Of `rowNos`; null = of the whole import. */
export async function countDrifted(
  client: Pick<pg.ClientBase, "query">,
  importId: bigint,
  rowNos: readonly number[] | null,
): Promise<DriftedCount> {
  const { rows } = await client.query<DriftedCount>(
    `SELECT count(*)::int AS held, (count(*) FILTER (WHERE p.outcome = 'PROBLEM'))::int AS waiting, min(r.line) FILTER (WHERE p.outcome = 'PROBLEM') AS line
       FROM import_plan_row p JOIN import_row r USING (import_id, row_no)
      WHERE p.import_id = $1 AND (p.outcome = 'PROBLEM' OR ${isDropped}) AND ${isHeld} AND ($2::int[] IS NULL OR p.row_no = ANY ($2))`,
    [importId, rowNos === null ? null : [...rowNos]],
  );
  return rows[0] ?? { held: 0, waiting: 0, line: null };
}

/**
 * Those of `rowNos` (null = all) that wait are left out, and the import's summary counts them so; a password that still waited
 * with one goes. Gives how many: dropped again, none.
 */
export async function dropDrifted(
  client: pg.ClientBase,
  importId: bigint,
  rowNos: readonly number[] | null,
): Promise<number> {
  const { rows } = await client.query<{ dropped: number }>(
    `WITH dropped AS (
       UPDATE import_plan_row p SET outcome = 'SKIP', reason = 'dropped'
        WHERE p.import_id = $1 AND p.outcome = 'PROBLEM' AND ${isHeld} AND ($2::int[] IS NULL OR p.row_no = ANY ($2)) RETURNING p.row_no
     ), decided AS (
       UPDATE import_row r SET decision = 'skip', password_sealed = NULL FROM dropped d WHERE r.import_id = $1 AND r.row_no = d.row_no
     )
     SELECT count(*)::int AS dropped FROM dropped`,
    [importId, rowNos === null ? null : [...rowNos]],
  );
  const dropped = rows[0]?.dropped ?? 0;
  if (dropped > 0) {
    await client.query(
      `UPDATE import SET summary = summary || jsonb_build_object('skip', (summary->>'skip')::int + $2::int, 'problem', (summary->>'problem')::int - $2::int)
        WHERE id = $1`,
      [importId, dropped],
    );
  }
  return dropped;
}
