/**
 * Takes what rows of old imports say out of the database: cells, names, addresses, values before and after. The record stays,
 * with its counts and the outcome of every line. In pieces, so that nothing waits for it; what was begun is ended by the next call.
 */
import type { Database, Transaction } from "../client";
import { appendAudit, type AuditEntry } from "../queries/audit";
import { query } from "../queries/run-sql";

/** Rows of one piece. */
const pieceRows = 20_000;

export interface RedactableImport {
  id: bigint;
  fileName: string;
  rows: number;
}

/** The oldest import that ended more than so many days ago and has contents yet; never one that is being taken back. */
export async function findRedactable(database: Database, days: number): Promise<RedactableImport | null> {
  const rows = await query<RedactableImport>(
    database,
    `SELECT i.id, i.file_name AS "fileName", i.rows FROM import i
      WHERE i.status IN ('COMPLETED', 'FAILED', 'CANCELLED') AND i.ended_at < now() - make_interval(days => $1::int)
        AND NOT EXISTS (SELECT FROM import u WHERE u.undoes_id = i.id AND u.status = 'COMMITTING')
        AND NOT EXISTS (SELECT FROM audit_event e WHERE e.import_id = i.id AND e.action = 'import.redacted')
      ORDER BY i.id LIMIT 1`,
    days,
  );
  return rows[0] ?? null;
}

const perPiece = [
  `UPDATE import_row SET cells = '{}', problems = NULL, email = NULL, email_key = NULL, full_name = NULL, department = NULL,
          department_key = NULL, groups = NULL, group_keys = NULL, password_sealed = NULL, aliases = NULL, alias_keys = NULL, extra = NULL,
          original = NULL, added = NULL WHERE import_id = $1 AND row_no > $2 AND row_no <= $3`,
  `UPDATE import_plan_row SET changes = NULL, problems = NULL
    WHERE import_id = $1 AND row_no > $2 AND row_no <= $3 AND (changes IS NOT NULL OR problems IS NOT NULL)`,
  `DELETE FROM change WHERE import_id = $1 AND row_no > $2 AND row_no <= $3`,
  `UPDATE undo_row SET email = NULL, full_name = NULL, reason = NULL WHERE import_id = $1 AND row_no > $2 AND row_no <= $3`,
];

const emptied = (key: string): string =>
  `CASE WHEN step ? '${key}' THEN jsonb_build_object('${key}', '') ELSE '{}' END`;

/** What is small: members outside the file, corrections, examples of causes. */
const once = [
  `DELETE FROM import_removal WHERE import_id = $1`,
  `DELETE FROM import_edit_row b USING import_edit e WHERE e.import_id = $1 AND b.edit_id = e.id`,
  `UPDATE import_edit SET step = step || ${["value", "find", "replace"].map(emptied).join(" || ")} WHERE import_id = $1`,
  `UPDATE import_edit SET step = jsonb_set(step, '{remembered}', step->'remembered' || '{"was": null, "keys": null}')
    WHERE import_id = $1 AND step ? 'remembered'`,
  `UPDATE import_edit SET step = jsonb_set(step, '{rows,filter,search}', 'null') WHERE import_id = $1 AND step #> '{rows,filter,search}' IS NOT NULL`,
  `UPDATE import SET causes = (SELECT jsonb_agg(c || '{"value": "", "example": ""}') FROM jsonb_array_elements(causes) AS e(c))
    WHERE id = $1 AND jsonb_typeof(causes) = 'array' AND jsonb_array_length(causes) > 0`,
];

/** From its first moment on the import cannot be undone; `event` is appended when all of it is done. */
export async function redactImport(
  database: Database,
  { id }: RedactableImport,
  event: AuditEntry,
): Promise<void> {
  const { pool } = database;
  await pool.query(`UPDATE import SET redacted_at = coalesce(redacted_at, now()) WHERE id = $1`, [id]);
  const found = await pool.query<{ last: number }>(
    `SELECT greatest((SELECT max(row_no) FROM import_row WHERE import_id = $1), (SELECT max(row_no) FROM undo_row WHERE import_id = $1),
                     (SELECT max(row_no) FROM change WHERE import_id = $1), 0)::int AS last`,
    [id],
  );
  const last = found.rows[0]?.last ?? 0;
  // Members outside the file stand under numbers below zero: the first piece has all of them.
  for (let from = -2_147_483_648, to = pieceRows; ; from = to, to += pieceRows) {
    for (const statement of perPiece) await pool.query(statement, [id, from, to]);
    if (to >= last) break;
  }
  await database.transaction(async (tx: Transaction) => {
    for (const statement of once) await tx.$executeRawUnsafe(statement, id);
    await appendAudit(tx, event);
  }, 60_000);
}
