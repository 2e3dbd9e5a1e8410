/**
 * Takes what rows of old imports say out of the database: cells, names, addresses, values before and after. The record stays,
 * with its counts and the outcome of every line. In pieces, so that nothing waits for it; what was begun is ended by the next call.
 */
import type { Database, Transaction } from "../client";
import { appendAudit, type AuditEntry } from "../queries/audit";
import { query } from "../queries/run-sql";

/** When anybody last did anything with an import that waits. */
const touchedSql = `greatest(i.created_at, i.planned_at, (SELECT max(e.at) FROM import_edit e WHERE e.import_id = i.id))`;

/** Rows of one piece. */
const pieceRows = 20_000;

export interface RedactableImport {
  id: bigint;
  fileName: string;
  rows: number;
}

/** With contents that are to go, all or what is left of them. */
const unfinishedSql = `NOT EXISTS (SELECT FROM audit_event e WHERE e.import_id = i.id AND e.action = 'import.redacted')`;

/**
 * The oldest import that ended more than so many days ago, or waits for a person for that long, and has contents yet; never one that
 * is being taken back, nor one of `passOver`.
 */
export async function findRedactable(
  database: Database,
  days: number,
  passOver: readonly bigint[] = [],
): Promise<RedactableImport | null> {
  const rows = await query<RedactableImport>(
    database,
    `SELECT i.id, i.file_name AS "fileName", i.rows FROM import i
      WHERE (i.status IN ('COMPLETED', 'FAILED', 'CANCELLED') AND i.ended_at < now() - make_interval(days => $1::int)
             OR i.status = 'READY' AND ${touchedSql} < now() - make_interval(days => $1::int))
        AND NOT EXISTS (SELECT FROM import u WHERE u.undoes_id = i.id AND u.status = 'COMMITTING')
        AND ${unfinishedSql} AND i.id <> ALL ($2::bigint[])
      ORDER BY i.id LIMIT 1`,
    days,
    [...passOver],
  );
  return rows[0] ?? null;
}

/** Imports whose contents began to go and are not all gone: something, a file of the outbox mostly, could not be taken away. */
export function findHalfRedacted(database: Database): Promise<(RedactableImport & { since: Date })[]> {
  return query(
    database,
    `SELECT i.id, i.file_name AS "fileName", i.rows, i.redacted_at AS since FROM import i
      WHERE i.redacted_at < now() - interval '10 minutes' AND ${unfinishedSql} ORDER BY i.id`,
  );
}

const perPiece = [
  `UPDATE import_row SET cells = '{}', problems = NULL, shared_problem = NULL, email = NULL, email_key = NULL, full_name = NULL, department = NULL,
          department_key = NULL, groups = NULL, group_keys = NULL, password_sealed = NULL, aliases = NULL, alias_keys = NULL, extra = NULL,
          original = NULL, added = NULL WHERE import_id = $1 AND row_no > $2 AND row_no <= $3 AND cells <> '{}'`,
  `UPDATE import_plan_row SET changes = NULL, problems = NULL
    WHERE import_id = $1 AND row_no > $2 AND row_no <= $3 AND (changes IS NOT NULL OR problems IS NOT NULL)`,
  `DELETE FROM change WHERE import_id = $1 AND row_no > $2 AND row_no <= $3`,
  `UPDATE undo_row SET email = NULL, full_name = NULL, reason = NULL
    WHERE import_id = $1 AND row_no > $2 AND row_no <= $3 AND (email IS NOT NULL OR full_name IS NOT NULL OR reason IS NOT NULL)`,
];

const emptied = (key: string): string =>
  `CASE WHEN step ? '${key}' THEN jsonb_build_object('${key}', '') ELSE '{}' END`;

/** What is small: samples of the file, members outside it, corrections, examples of causes. */
const once = [
  `UPDATE import SET recognition = jsonb_set(recognition, '{stats}',
            (SELECT coalesce(jsonb_agg(c || '{"samples": []}' ORDER BY place), '[]') FROM jsonb_array_elements(recognition->'stats') WITH ORDINALITY AS e(c, place)))
    WHERE id = $1 AND jsonb_typeof(recognition->'stats') = 'array'`,
  `DELETE FROM import_removal WHERE import_id = $1`,
  `DELETE FROM import_edit_row b USING import_edit e WHERE e.import_id = $1 AND b.edit_id = e.id`,
  `UPDATE import_edit SET step = step || ${["value", "find", "replace"].map(emptied).join(" || ")} WHERE import_id = $1`,
  `UPDATE import_edit SET step = jsonb_set(step, '{remembered}', step->'remembered' || '{"was": null, "keys": null}')
    WHERE import_id = $1 AND step ? 'remembered'`,
  `UPDATE import_edit SET step = jsonb_set(step, '{rows,filter,search}', 'null') WHERE import_id = $1 AND step #> '{rows,filter,search}' IS NOT NULL`,
  `UPDATE import SET causes = (SELECT jsonb_agg(c || '{"value": "", "example": ""}') FROM jsonb_array_elements(causes) AS e(c))
    WHERE id = $1 AND jsonb_typeof(causes) = 'array' AND jsonb_array_length(causes) > 0`,
];

/** Mails at once: few enough that nothing waits for them. */
const mailsAtOnce = 1_000;

/** Of mails that went out what they said goes; that they went stays. Those that wait still: see markSent. */
async function emptyMails({ pool }: Database, importId: bigint): Promise<void> {
  for (;;) {
    const emptied = await pool.query(
      `UPDATE message SET sealed_body = NULL WHERE id IN (
         SELECT id FROM message WHERE import_id = $1 AND ${endedSql} AND sealed_body IS NOT NULL ORDER BY id LIMIT ${String(mailsAtOnce)})`,
      [importId],
    );
    if ((emptied.rowCount ?? 0) === 0) return;
  }
}

const endedSql = `state NOT IN ('QUEUED', 'RETRYING')`;

/** A mail as its key names it: sent again by hand it is of a later generation. */
export interface MailCopy {
  id: bigint;
  generation: number;
}

/**
 * Of copies that lie about somewhere, those that are to go: of mails whose import keeps its rows no more (`importId`: only of that
 * one), but for a mail that is on its way yet. What the mail said goes from the database now, if anything did stay.
 */
export async function findGoneMails(
  { pool }: Database,
  copies: readonly MailCopy[],
  importId: bigint | null = null,
): Promise<MailCopy[]> {
  const found = await pool.query<{ id: string; generation: number; ended: boolean }>(
    `SELECT m.id, m.generation, m.${endedSql} AS ended FROM message m JOIN import i ON i.id = m.import_id
      WHERE m.id = ANY ($1::bigint[]) AND i.redacted_at IS NOT NULL AND ($2::bigint IS NULL OR i.id = $2)`,
    [copies.map(({ id }) => id), importId],
  );
  const of = new Map(found.rows.map((row) => [row.id, row]));
  const ended = found.rows.filter((row) => row.ended).map(({ id }) => id);
  if (ended.length > 0)
    await pool.query(
      `UPDATE message SET sealed_body = NULL WHERE id = ANY ($1::bigint[]) AND ${endedSql} AND sealed_body IS NOT NULL`,
      [ended],
    );
  return copies.filter(({ id, generation }) => {
    const mail = of.get(String(id));
    return mail !== undefined && (mail.ended || generation < mail.generation);
  });
}

/**
 * From its first moment on the import cannot be undone, nor carried out if it waited. `forget` takes away what lies about outside the
 * database; `event` is appended when all of it is done. False: somebody confirmed it, or had it planned anew, this very moment.
 */
export async function redactImport(
  database: Database,
  { id }: RedactableImport,
  { event, forget }: { event: AuditEntry; forget: () => Promise<void> },
): Promise<boolean> {
  const { pool } = database;
  const begun = await pool.query(
    `UPDATE import SET redacted_at = coalesce(redacted_at, now()),
            status = CASE status WHEN 'READY' THEN 'CANCELLED' ELSE status END,
            ended_at = coalesce(ended_at, now()), sealed_key = NULL WHERE id = $1 AND status NOT IN ('UPLOADING', 'STAGED', 'COMMITTING')`,
    [id],
  );
  if (begun.rowCount === 0) return false;
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
  await emptyMails(database, id);
  await forget();
  await database.transaction(async (tx: Transaction) => {
    for (const statement of once) await tx.$executeRawUnsafe(statement, id);
    await appendAudit(tx, event);
  }, 60_000);
  return true;
}
