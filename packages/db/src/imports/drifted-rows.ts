/** Rows that a commit held back because their account changed after the preview: what was planned, and what stands now. */
import type { Queryable } from "../client";
import { query } from "../queries/run-sql";

export interface DriftedRowEntry {
  rowNo: number;
  line: number;
  email: string | null;
  accountId: bigint | null;
  /** as the plan announced them */
  changes: unknown;
  /** every field of the account as it is now; null: there is none */
  now: unknown;
}

// Asked only where the commit says that there are some: problems of another kind may be many.
const driftedSql = `
SELECT r.row_no AS "rowNo", r.line, r.email, p.account_id AS "accountId", p.changes,
       CASE WHEN a.id IS NOT NULL THEN account_flat(a) || jsonb_build_object('fullName', a.full_name,
         'department', (SELECT d.name FROM department d WHERE d.id = a.department_id),
         'groups', (SELECT coalesce(jsonb_agg(g.name ORDER BY g.name_key), '[]') FROM membership m JOIN "group" g ON g.id = m.group_id WHERE m.account_id = a.id),
         'aliases', (SELECT coalesce(jsonb_agg(h.email ORDER BY h.key), '[]') FROM address h WHERE h.account_id = a.id AND NOT h.is_primary)) END AS now
  FROM import_plan_row p JOIN import_row r USING (import_id, row_no) LEFT JOIN account a ON a.id = p.account_id
 WHERE p.import_id = $1 AND p.outcome = 'PROBLEM' AND p.problems @> '[{"code": "row.changed-since-preview"}]' AND p.row_no > $2
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
