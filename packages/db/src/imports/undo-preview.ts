/** What taking an import back would do, without a lock, and what an undo did: counts and pages of rows. */
import { bulkTransaction } from "../bulk-transaction";
import type { Database } from "../client";
import { undoFactsSql, undoUnusedSql } from "./undo-facts-sql";
import { makeUndoPage, makeUndoWork, type UndoQuery } from "./undo-work";

export interface UndoFacts {
  restored: number;
  removed: number;
  kept: number;
  gone: number;
  /** of those restored: who had a department, service plan or group that was deleted since */
  lacking: number;
  /** mails to these people that are sent already */
  mailsSent: number;
  /** of an undo of an undo: mails that the undo cancelled before they were sent, and that wait again */
  mailsAgain: number;
  /** of people who are signed in and would be signed out */
  sessions: number;
  /** account_rank of the strongest account that is touched, before or after; 7 when all are users */
  strongest: number;
  /** of those restored: accounts that are made again */
  remade: number;
  /** accounts that are administrators now */
  administrators: number;
  /** accounts that become administrators, or come back as such */
  administratorsMade: number;
  /** memberships of accounts that stay */
  membershipsEnded: number;
  /** an account code changes */
  accountCodes: boolean;
  /** no Master would be left who can sign in */
  loses: boolean;
  /** changes when anything in the heaps does */
  fingerprint: string;
}

export type UndoHeap = "RESTORED" | "REMOVED" | "KEPT" | "GONE";

export interface UndoRowEntry {
  rowNo: number;
  accountId: string;
  heap: UndoHeap;
  reason: string | null;
  email: string | null;
  fullName: string | null;
  line: number | null;
}

/** Worked out once, in a temporary table as the undo does it, so that PostgreSQL knows how many rows there are. */
export async function previewUndoFacts(
  database: Database,
  asked: UndoQuery,
): Promise<UndoFacts & { groups: number; departments: number }> {
  return bulkTransaction(database, async (client) => {
    await makeUndoWork(client, asked);
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

export interface UndoPageQuery {
  /** null: of every heap */
  heap: UndoHeap | null;
  /** part of the address or name; null: whatever they say */
  search: string | null;
  after: number | null;
  limit: number;
}

const matches = (heap: number, search: number): string =>
  `($${String(heap)}::text IS NULL OR s.heap = $${String(heap)}::"UndoHeap")
   AND ($${String(search)}::text IS NULL OR strpos(lower(coalesce(s.email, '') || ' ' || coalesce(s.full_name, '')), lower($${String(search)})) > 0)`;

/** At most so many rows of a preview are looked at in one go, however few of them are in the heap that was asked for. */
const mostAtOnce = 50_000;

/** Rows of a preview by row number, those after `after`; as the undo itself would have them now. */
export async function previewUndoRows(
  database: Database,
  asked: UndoQuery,
  page: UndoPageQuery,
): Promise<UndoRowEntry[]> {
  return bulkTransaction(database, async (client) => {
    const found: UndoRowEntry[] = [];
    let { after } = page;
    for (let looked = page.limit; ; looked = Math.min(mostAtOnce, looked * 4)) {
      const { upTo } = await makeUndoPage(client, asked, { after, limit: looked });
      const rows = await client.query<UndoRowEntry>(
        `SELECT ${columns("$1::bigint")} FROM undo_work s
          WHERE ($2::int IS NULL OR s.row_no > $2) AND ($3::int IS NULL OR s.row_no <= $3) AND ${matches(4, 5)} ORDER BY s.row_no LIMIT $6`,
        [asked.importId, after, upTo, page.heap, page.search, page.limit - found.length],
      );
      found.push(...rows.rows);
      if (upTo === null || found.length >= page.limit) return found;
      after = upTo;
    }
  });
}

/** Rows of an undo that was carried out, in the same form. */
export async function findUndoRows(
  { pool }: Database,
  importId: bigint,
  page: UndoPageQuery,
): Promise<UndoRowEntry[]> {
  const found = await pool.query<UndoRowEntry>(
    `SELECT ${columns("$1::bigint")} FROM undo_row s
      WHERE s.import_id = $1 AND ${matches(2, 5)} AND ($3::int IS NULL OR s.row_no > $3)
      ORDER BY s.row_no LIMIT $4`,
    [importId, page.heap, page.after, page.limit, page.search],
  );
  return found.rows;
}
