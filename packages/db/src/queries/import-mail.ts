/**
 * Mails about an import to the person who started it, and what they are made of. Queued at most once an import and kind: the
 * unique key of message sees to it, so that calling twice, or again after a crash, is safe.
 */
import type { Queryable, Transaction } from "../client";
import { problemsOf } from "../imports/shared-problems";
import { announceWork } from "../imports/work-signal";
import { execute, query, queryOne } from "./run-sql";

export type ImportMailKind = "import-failed" | "import-finished";

/**
 * For a bulk transaction too. $1 the import, $2 the kind. An import that nobody started mails nobody; a finished one only
 * where its options say `notify`. A commit that was given back to the review is told with what was objected, as it was then; of an
 * import that was told of so and fails by something else later, the same mail is sent anew.
 */
export const queueImportMailSql = `
INSERT INTO message AS m (kind, account_id, import_id, to_address, to_name, data)
SELECT $2::text, a.id, i.id, p.email, a.full_name,
       CASE WHEN $2::text = 'import-failed' AND i.objection IS NOT NULL THEN jsonb_build_object('objection', i.objection, 'at', now()) ELSE '{}' END
  FROM import i JOIN account a ON a.id = i.created_by_id JOIN address p ON p.account_id = a.id AND p.is_primary
 WHERE i.id = $1 AND ($2::text = 'import-failed' OR i.options->'notify' = 'true'::jsonb)
ON CONFLICT (import_id, account_id, kind) DO UPDATE
   SET data = EXCLUDED.data, state = 'QUEUED', attempts = 0, generation = m.generation + 1, first_try_at = NULL, sealed_body = NULL,
       last_error = NULL, provider_id = NULL, sent_at = NULL, next_attempt_at = now()
 WHERE m.state NOT IN ('QUEUED', 'RETRYING') AND m.data->'objection' IS DISTINCT FROM EXCLUDED.data->'objection'`;

/** False when there was nobody to tell, or they are told already. */
export async function queueImportMail(
  tx: Transaction,
  importId: bigint,
  kind: ImportMailKind,
): Promise<boolean> {
  const queued = await execute(tx, queueImportMailSql, importId, kind);
  if (queued > 0) await announceWork(tx, "mail");
  return queued > 0;
}

export interface ImportMailRow {
  id: bigint;
  fileName: string;
  createdByName: string;
  failure: string | null;
  /** of the file as a whole, as packages/accounts stored them */
  problems: unknown;
  summary: unknown;
  mails: number;
  /** when it ended; now, while it has not */
  endedAt: Date;
}

export async function findImportForMail(db: Queryable, importId: bigint): Promise<ImportMailRow | null> {
  return queryOne<ImportMailRow>(
    db,
    `SELECT id, file_name AS "fileName", created_by_name AS "createdByName", failure, problems, summary, mails,
            coalesce(ended_at, now()) AS "endedAt" FROM import WHERE id = $1`,
    importId,
  );
}

export interface ProblemRow {
  rowNo: number;
  line: number;
  email: string | null;
  /** the row's own and the plan's, as packages/accounts stored them; errors only */
  problems: unknown[];
}

const errors = `jsonb_path_query_array(coalesce(${problemsOf("r")}, '[]') || coalesce(p.problems, '[]'), '$[*] ? (@.severity == "error")')`;
const rowsWithProblems = `FROM import_row r LEFT JOIN import_plan_row p USING (import_id, row_no)
  WHERE r.import_id = $1 AND (r.has_error OR p.problems IS NOT NULL)`;

/** Rows with errors in the order of the file, a page at a time; an import that failed before its plan has them too. */
export async function findProblemRows(
  db: Queryable,
  importId: bigint,
  after: number,
  limit: number,
): Promise<ProblemRow[]> {
  return query<ProblemRow>(
    db,
    `SELECT r.row_no AS "rowNo", r.line, r.email, ${errors} AS problems ${rowsWithProblems} AND r.row_no > $2::int
      ORDER BY r.row_no LIMIT $3::int`,
    importId,
    after,
    limit,
  );
}

/** How many errors the rows have in all. */
export async function countRowErrors(db: Queryable, importId: bigint): Promise<number> {
  const row = await queryOne<{ errors: number }>(
    db,
    `SELECT coalesce(sum(jsonb_array_length(${errors})), 0)::int AS errors ${rowsWithProblems}`,
    importId,
  );
  return row?.errors ?? 0;
}

export interface FileMessage {
  kind: string;
  accountId: bigint;
  toAddress: string;
  toName: string;
}

/** The id that `insertMessageWithId` takes: what is sealed with a message is bound to its id. */
export async function nextMessageId(tx: Transaction): Promise<bigint> {
  const row = await queryOne<{ id: bigint }>(tx, `SELECT nextval('message_id_seq') AS id`);
  if (row === null) throw new Error("nextval returned no row");
  return row.id;
}

/** One mail whose data were made for its id. */
export async function insertMessageWithId(
  tx: Transaction,
  id: bigint,
  message: FileMessage & { data: Record<string, unknown> },
): Promise<void> {
  await execute(
    tx,
    `INSERT INTO message (id, kind, account_id, to_address, to_name, data) VALUES ($1, $2, $3, $4, $5, $6::jsonb)`,
    id,
    message.kind,
    message.accountId,
    message.toAddress,
    message.toName,
    JSON.stringify(message.data),
  );
  await announceWork(tx, "mail");
}
