/**
 * Stopping a commit that runs. Who asks writes it into import_progress, since the commit itself holds the import's row, and stops
 * the statement that runs; the commit looks between its statements and, under that row's lock, once more as its last step. So it
 * is either stopped and nothing happened, or it is done, and everybody reads the same. What is committed it must not know.
 */
import type pg from "pg";
import { bulkTransaction } from "../bulk-transaction";
import { clientOf, type Database, type Transaction } from "../client";

/** Class of the advisory locks that running commits hold: by it a process is known as still that import's. */
const commitLockSpace = 0xc0117;

/** Somebody asked to stop; thrown inside the commit's transaction, which is rolled back by it. */
export class CommitStopped extends Error {
  constructor() {
    super("The commit was stopped.");
    this.name = "CommitStopped";
  }
}

/** Call first in a commit's transaction, once its import is claimed. Gives PostgreSQL's process, for `writeProgress`. */
export async function beginStoppable(client: pg.ClientBase, importId: bigint): Promise<number> {
  const found = await client.query<{ pid: number }>(
    "SELECT pg_backend_pid() AS pid FROM pg_advisory_xact_lock($1::int, hashint8($2::bigint))",
    [commitLockSpace, importId],
  );
  const pid = found.rows[0]?.pid;
  if (pid === undefined) throw new Error("PostgreSQL did not tell its process");
  await throwIfStopped(client, importId);
  return pid;
}

/** Call between statements. Throws CommitStopped. */
export async function throwIfStopped(client: pg.ClientBase, importId: bigint): Promise<void> {
  const found = await client.query(askedSql, [importId]);
  if (found.rowCount !== 0) throw new CommitStopped();
}

/**
 * Call before the statements that end the import: from here on nobody can ask any more, they wait and then read that it is done.
 * No progress may be written after it. Throws CommitStopped.
 */
export async function closeToStops(client: pg.ClientBase, importId: bigint): Promise<void> {
  await client.query("SELECT FROM import_progress WHERE import_id = $1 FOR UPDATE", [importId]);
  await throwIfStopped(client, importId);
}

const askedSql = `SELECT FROM import_progress WHERE import_id = $1 AND cancel_requested_at IS NOT NULL`;

/** Whether an error means that the commit was stopped as somebody asked, its own statement cancelled or not. */
export async function wasStopped(database: Database, importId: bigint, error: unknown): Promise<boolean> {
  if (error instanceof CommitStopped) return true;
  const cancelled = error instanceof Error && "code" in error && error.code === "57014";
  if (!cancelled) return false;
  const found = await database.pool.query<{ stopped: boolean }>(
    `SELECT i.status <> 'COMMITTING' OR p.cancel_requested_at IS NOT NULL AS stopped
       FROM import i LEFT JOIN import_progress p ON p.import_id = i.id WHERE i.id = $1`,
    [importId],
  );
  // Who asked may have given it back already.
  return found.rows[0]?.stopped ?? false;
}

/**
 * Asks a COMMITTING import, or undo, to stop; in the transaction that records who asked. "asked-already": somebody did, and it has
 * not stopped yet. "ended": it is not committing any more.
 */
export async function requestStop(
  tx: Transaction,
  importId: bigint,
): Promise<"asked" | "asked-already" | "ended"> {
  const db = clientOf(tx);
  await db.$executeRawUnsafe(
    `INSERT INTO import_progress (import_id, phase) VALUES ($1, 'groups') ON CONFLICT DO NOTHING`,
    importId,
  );
  // Waits for a commit in its last step; only the next statement sees how that ended.
  await db.$queryRawUnsafe(`SELECT import_id FROM import_progress WHERE import_id = $1 FOR UPDATE`, importId);
  const rows = await db.$queryRawUnsafe<{ asked: boolean }[]>(
    `SELECT p.cancel_requested_at IS NOT NULL AS asked FROM import_progress p JOIN import i ON i.id = p.import_id
      WHERE p.import_id = $1 AND i.status = 'COMMITTING'`,
    importId,
  );
  const found = rows[0];
  if (found === undefined) return "ended";
  if (found.asked) return "asked-already";
  await db.$executeRawUnsafe(
    `UPDATE import_progress SET cancel_requested_at = now() WHERE import_id = $1`,
    importId,
  );
  return "asked";
}

/** Stops the statement that runs, if that process is still this import's, and gives the import back if it is free. */
export async function stopCommit(database: Database, importId: bigint): Promise<void> {
  await database.pool.query(
    `SELECT pg_cancel_backend(l.pid) FROM pg_locks l JOIN import_progress p ON p.import_id = $1 AND p.backend_pid = l.pid
      WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.classid = $2::int::oid
        AND l.objid = (hashint8($1)::bigint & 4294967295)::oid
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [importId, commitLockSpace],
  );
  await releaseStopped(database, importId);
}

/**
 * COMMITTING → READY, as it was before it was confirmed; an undo, which has no review to go back to, is CANCELLED. Only where a stop was asked for. Waits up to three seconds for a commit that
 * is being rolled back; after that whoever does it gives the import back.
 */
export async function releaseStopped(database: Database, importId: bigint): Promise<void> {
  try {
    await bulkTransaction(database, async (client) => {
      await client.query("SET LOCAL lock_timeout = '3s'");
      await client.query("SELECT FROM import WHERE id = $1 FOR NO KEY UPDATE", [importId]);
      await client.query(
        `UPDATE import i SET status = (CASE WHEN undoes_id IS NULL THEN 'READY' ELSE 'CANCELLED' END)::"ImportStatus",
                ended_at = CASE WHEN undoes_id IS NOT NULL THEN clock_timestamp() END,
                confirmed_at = CASE WHEN undoes_id IS NOT NULL THEN confirmed_at END,
                confirmed_by_id = CASE WHEN undoes_id IS NOT NULL THEN confirmed_by_id END,
                confirmed_by_name = CASE WHEN undoes_id IS NOT NULL THEN confirmed_by_name END
          WHERE id = $1 AND status = 'COMMITTING'
            AND EXISTS (SELECT FROM import_progress p WHERE p.import_id = i.id AND p.cancel_requested_at IS NOT NULL)`,
        [importId],
      );
      await client.query(
        "UPDATE import_progress SET cancel_requested_at = NULL, backend_pid = NULL WHERE import_id = $1",
        [importId],
      );
    });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "55P03")) throw error;
  }
}
