/** What taking an import back would do, without a lock, and what an undo did: counts and pages of rows. */
import { bulkTransaction } from "../bulk-transaction";
import type { Database } from "../client";
import { createWorkSql, fillWorkSql } from "./undo-apply-sql";
import { undoFactsSql, undoUnusedSql } from "./undo-facts-sql";
import { undoRowsSql } from "./undo-rows-sql";

export interface UndoFacts {
  restored: number;
  removed: number;
  kept: number;
  gone: number;
  /** mails to these people that are sent already */
  mailsSent: number;
  /** of people who are signed in and would be signed out */
  sessions: number;
  /** account_rank of the strongest account that is touched, before or after; 7 when all are users */
  strongest: number;
  /** an account code changes */
  accountCodes: boolean;
  /** no Master would be left who can sign in */
  loses: boolean;
  /** changes when anything in the heaps does */
  fingerprint: string;
}

export type UndoHeap = "RESTORED" | "REMOVED" | "KEPT" | "GONE";

export interface UndoQuery {
  importId: bigint;
  /** null: all */
  rowNos: readonly number[] | null;
  /** who asks: nobody takes their own account away */
  actorId: bigint | null;
  actionWords: Record<string, string>;
}

export interface UndoRowEntry {
  rowNo: number;
  accountId: string;
  heap: UndoHeap;
  reason: string | null;
  email: string | null;
  fullName: string | null;
  line: number | null;
}

const values = ({ importId, rowNos, actorId, actionWords }: UndoQuery): unknown[] => [
  importId,
  rowNos,
  actorId,
  JSON.stringify(actionWords),
];

/** Worked out once, in a temporary table as the undo does it, so that PostgreSQL knows how many rows there are. */
export async function previewUndoFacts(
  database: Database,
  asked: UndoQuery,
): Promise<UndoFacts & { groups: number; departments: number }> {
  return bulkTransaction(database, async (client) => {
    await client.query(createWorkSql);
    await client.query(fillWorkSql, values(asked));
    await client.query("ANALYZE undo_work");
    const facts = await client.query<UndoFacts>(undoFactsSql("SELECT * FROM undo_work"), [asked.importId]);
    const unused = await client.query<{ groups: number; departments: number }>(
      undoUnusedSql("SELECT * FROM undo_work"),
      [asked.importId],
    );
    const row = facts.rows[0];
    const gone = unused.rows[0];
    if (row === undefined || gone === undefined) throw new Error("an aggregate gave no row");
    return { ...row, ...gone };
  });
}

const lineOf = (
  importId: string,
): string => `(SELECT r.line FROM import_row r WHERE r.row_no = s.row_no AND r.import_id =
  (WITH RECURSIVE up AS (SELECT id, undoes_id FROM import WHERE id = ${importId} UNION ALL SELECT i.id, i.undoes_id FROM import i JOIN up ON i.id = up.undoes_id)
   SELECT id FROM up WHERE undoes_id IS NULL))`;

const columns = (importId: string): string =>
  `s.row_no AS "rowNo", s.account_id AS "accountId", s.heap::text, s.reason, s.email, s.full_name AS "fullName", ${lineOf(importId)} AS line`;

/** Rows of a preview by row number, those after `after`; `heap` null: of every heap. */
export async function previewUndoRows(
  { pool }: Database,
  asked: UndoQuery,
  page: { heap: UndoHeap | null; after: number | null; limit: number },
): Promise<UndoRowEntry[]> {
  const found = await pool.query<UndoRowEntry>(
    `SELECT ${columns("$1::bigint")} FROM (${undoRowsSql}) AS s
      WHERE ($5::text IS NULL OR s.heap = $5::"UndoHeap") AND ($6::int IS NULL OR s.row_no > $6) ORDER BY s.row_no LIMIT $7`,
    [...values(asked), page.heap, page.after, page.limit],
  );
  return found.rows;
}

/** Rows of an undo that was carried out, in the same form. */
export async function findUndoRows(
  { pool }: Database,
  importId: bigint,
  page: { heap: UndoHeap | null; after: number | null; limit: number },
): Promise<UndoRowEntry[]> {
  const found = await pool.query<UndoRowEntry>(
    `SELECT ${columns("$1::bigint")} FROM undo_row s
      WHERE s.import_id = $1 AND ($2::text IS NULL OR s.heap = $2::"UndoHeap") AND ($3::int IS NULL OR s.row_no > $3)
      ORDER BY s.row_no LIMIT $4`,
    [importId, page.heap, page.after, page.limit],
  );
  return found.rows;
}
