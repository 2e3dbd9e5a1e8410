/**
 * Takes what rows of old imports say out of the database: cells, names, addresses, values before and after. The record stays,
 * with its counts and the outcome of every line. In pieces, so that nothing waits for it; what was begun is ended by the next call.
 */
import type { Database, Transaction } from "../client";
import { appendAudit, type AuditEntry } from "../queries/audit";
import { execute, query, queryOne } from "../queries/run-sql";
import { emptyMails } from "./redact-mails";

/** When anybody last did anything with an import that waits. */
const touchedSql = `greatest(i.created_at, i.planned_at, (SELECT max(greatest(e.at, e.undone_at)) FROM import_edit e WHERE e.import_id = i.id))`;

/** Rows of one piece. */
const pieceRows = 20_000;

export interface RedactableImport {
  id: bigint;
  fileName: string;
  rows: number;
}

/** With contents that are to go, all or what is left of them. */
const unfinishedSql = `NOT EXISTS (SELECT FROM audit_event e WHERE e.import_id = i.id AND e.action = 'import.redacted')`;

/** $1 days. What was begun is due until it is done; an import that is being taken back is not. */
const dueSql = `(i.status IN ('COMPLETED', 'FAILED', 'CANCELLED')
             AND (i.redacted_at IS NOT NULL OR i.ended_at < now() - make_interval(days => $1::int))
           OR i.status = 'READY' AND ${touchedSql} < now() - make_interval(days => $1::int))
      AND NOT EXISTS (SELECT FROM import u WHERE u.undoes_id = i.id AND u.status = 'COMMITTING')
      AND ${unfinishedSql}`;

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
      WHERE ${dueSql} AND i.id <> ALL ($2::bigint[])
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

/** Where a file has no header, the values of its first row stand in what was found instead of one. */
const foundSql = `p->>'code' IN ('file.unknown-format', 'file.no-header')`;
const withoutFound = (problems: string): string =>
  `(SELECT jsonb_agg(CASE WHEN ${foundSql} THEN jsonb_set(p, '{params,found}', '""') ELSE p END ORDER BY place)
      FROM jsonb_array_elements(${problems}) WITH ORDINALITY AS e(p, place))`;

/** What is small: samples of the file, what a refused one began with, members outside it, corrections, examples of causes. */
const once = [
  // before its problems: what they found is what its words say
  `UPDATE import SET failure = replace(replace(failure, ' These headers were found: ' || x.found || '.', ''), ': ' || x.found, '')
     FROM (SELECT p #>> '{params,found}' AS found FROM import, jsonb_array_elements(problems) AS e(p)
            WHERE id = $1 AND jsonb_typeof(problems) = 'array' AND ${foundSql}) x
    WHERE id = $1 AND x.found <> ''`,
  `UPDATE import SET problems = ${withoutFound("problems")}
    WHERE id = $1 AND jsonb_typeof(problems) = 'array' AND jsonb_array_length(problems) > 0`,
  `UPDATE import SET recognition = jsonb_set(recognition, '{problems}', ${withoutFound("recognition->'problems'")})
    WHERE id = $1 AND jsonb_typeof(recognition->'problems') = 'array' AND jsonb_array_length(recognition->'problems') > 0`,
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

/**
 * From its first moment on the import cannot be undone, nor carried out if it waited. What its rows and mails said goes; what is left
 * goes with `endRedaction`. False, and nothing is done: somebody has it in hand this very moment, or had since it was found due.
 */
export async function beginRedaction(
  database: Database,
  { id }: RedactableImport,
  days: number,
): Promise<boolean> {
  if (!(await database.transaction((tx) => close(tx, id, days)))) return false;
  const { pool } = database;
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
  return true;
}

/**
 * Under the import's lock, in a statement after the one that took it: whoever corrected, confirmed or undid it held the same lock,
 * and what they did is seen only by a statement that begins when they are done.
 */
async function close(tx: Transaction, id: bigint, days: number): Promise<boolean> {
  const free = await queryOne(tx, `SELECT 1 FROM import WHERE id = $1 FOR NO KEY UPDATE SKIP LOCKED`, id);
  if (free === null) return false;
  const closed = await execute(
    tx,
    `UPDATE import i SET redacted_at = coalesce(i.redacted_at, now()),
            status = CASE i.status WHEN 'READY' THEN 'CANCELLED' ELSE i.status END,
            ended_at = coalesce(i.ended_at, now()), sealed_key = NULL WHERE i.id = $2 AND ${dueSql}`,
    days,
    id,
  );
  return closed === 1;
}

/** What is small goes; `event` is appended with it: when all else of `beginRedaction`'s import is gone, outside the database too. */
export async function endRedaction(
  database: Database,
  { id }: RedactableImport,
  event: AuditEntry,
): Promise<void> {
  await database.transaction(async (tx: Transaction) => {
    for (const statement of once) await tx.$executeRawUnsafe(statement, id);
    await appendAudit(tx, event);
  }, 60_000);
}
