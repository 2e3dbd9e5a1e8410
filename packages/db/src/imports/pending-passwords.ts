/**
 * Imported passwords that wait to be hashed. They are sealed with their import's key, which goes when the last one is done.
 */
import { clientOf, type Queryable, type Transaction } from "../client";

export interface PendingPassword {
  accountId: bigint;
  importId: bigint;
  rowNo: number;
  sealed: Uint8Array;
  sealedKey: Uint8Array | null;
}

/**
 * The next `limit` after an account, by id; two workers may take the same, and the second finds nothing left to write.
 */
export async function findPendingPasswords(
  db: Queryable,
  limit: number,
  after = 0n,
): Promise<PendingPassword[]> {
  return clientOf(db).$queryRawUnsafe<PendingPassword[]>(
    `SELECT w.account_id AS "accountId", w.import_id AS "importId", w.row_no AS "rowNo", w.sealed, i.sealed_key AS "sealedKey"
       FROM pending_password w JOIN import i ON i.id = w.import_id
      WHERE w.account_id > $2::bigint ORDER BY w.account_id LIMIT $1::int`,
    limit,
    after,
  );
}

/** An account somewhere among those that wait: workers that begin at different places do not do the same work. Null: none waits. */
export async function findPendingStart(db: Queryable, share: number): Promise<bigint | null> {
  const rows = await clientOf(db).$queryRawUnsafe<{ first: bigint | null; last: bigint | null }[]>(
    `SELECT min(account_id) AS first, max(account_id) AS last FROM pending_password`,
  );
  const { first = null, last = null } = rows[0] ?? {};
  if (first === null || last === null) return null;
  return first - 1n + BigInt(Math.floor(Number(last - first) * share));
}

/**
 * Stores hashes of passwords that are still pending (an owner who set one meanwhile keeps theirs), and notes on their imports
 * how far it is. Gives how many.
 */
export async function storePasswordHashes(
  db: Queryable,
  hashes: { accountId: bigint; hash: string }[],
): Promise<number> {
  return clientOf(db).$executeRawUnsafe(
    `WITH given AS (SELECT * FROM unnest($1::bigint[], $2::text[]) AS g(account_id, hash)),
          done AS (DELETE FROM pending_password w USING given WHERE w.account_id = given.account_id
                   RETURNING w.account_id, w.import_id),
          told AS (UPDATE import_progress p SET done = p.done + d.n, updated_at = now()
                     FROM (SELECT import_id, count(*)::int AS n FROM done GROUP BY 1) d
                    WHERE p.import_id = d.import_id AND p.phase = 'passwords')
     UPDATE account a SET password_hash = given.hash, has_password = true, password_changed_at = now()
       FROM given JOIN done USING (account_id) WHERE a.id = given.account_id AND a.password_hash IS NULL`,
    hashes.map((entry) => String(entry.accountId)),
    hashes.map((entry) => entry.hash),
  );
}

/** From here on the progress of these imports is that of their passwords; one that was begun before goes on. */
export async function beginPasswordProgress(db: Queryable): Promise<void> {
  await clientOf(db).$executeRawUnsafe(
    `INSERT INTO import_progress (import_id, phase, done, total)
     SELECT import_id, 'passwords', 0, count(*)::int FROM pending_password
      WHERE NOT EXISTS (SELECT FROM import_progress p WHERE p.import_id = pending_password.import_id AND p.phase = 'passwords')
      GROUP BY import_id
     ON CONFLICT (import_id) DO UPDATE SET phase = 'passwords', done = 0, total = EXCLUDED.total, started_at = now(), updated_at = now()`,
  );
}

/** Destroys the keys of ended imports that have no password left to hash. */
export async function dropSpentKeys(db: Queryable): Promise<number> {
  return clientOf(db).$executeRawUnsafe(
    `UPDATE import i SET sealed_key = NULL
      WHERE i.sealed_key IS NOT NULL AND i.status IN ('COMPLETED', 'FAILED', 'CANCELLED')
        AND NOT EXISTS (SELECT FROM pending_password w WHERE w.import_id = i.id)`,
  );
}

export async function countPendingPasswords(db: Queryable): Promise<number> {
  const rows = await clientOf(db).$queryRawUnsafe<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM pending_password`,
  );
  return rows[0]?.n ?? 0;
}

export interface ExpiredPasswords {
  importId: bigint;
  fileName: string;
  /** accounts whose imported password is gone: their owners need a link */
  accounts: number;
  /** rows that were never committed and have lost their password */
  rows: number;
  /** it waited for a person, or was confirmed and not begun, and is planned anew */
  replanned: boolean;
}

/**
 * Destroys what is left of one import's sealed passwords a day after they came in, hashed or not, committed or not: its key,
 * those that wait, and those of its rows. One that was confirmed and not begun goes back to be planned: what was confirmed cannot be
 * carried out any more. Null: there is none, or somebody else has it in hand.
 */
export async function expireSealedPasswords(tx: Transaction): Promise<ExpiredPasswords | null> {
  const client = clientOf(tx);
  // An upload holds its key in memory and is failed by itself when it dies; a commit under way holds the row.
  const old = await client.$queryRawUnsafe<{ id: bigint; fileName: string; status: string }[]>(
    `SELECT id, file_name AS "fileName", status::text FROM import
      WHERE sealed_key IS NOT NULL AND status <> 'UPLOADING' AND sealed_at < now() - interval '24 hours'
      ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`,
  );
  const [found] = old;
  if (found === undefined) return null;
  const accounts = await client.$executeRawUnsafe(
    `WITH gone AS (DELETE FROM pending_password WHERE import_id = $1 RETURNING account_id)
     UPDATE account a SET has_password = false, updated_at = now(), version = version + 1
       FROM gone WHERE a.id = gone.account_id AND a.password_hash IS NULL`,
    found.id,
  );
  const open = ["STAGED", "READY", "COMMITTING"].includes(found.status);
  const rows = open
    ? await client.$executeRawUnsafe(
        `UPDATE import_row SET password_sealed = NULL WHERE import_id = $1 AND password_sealed IS NOT NULL`,
        found.id,
      )
    : 0;
  const replanned = found.status !== "STAGED" && rows > 0;
  await client.$executeRawUnsafe(
    `UPDATE import SET sealed_key = NULL, status = CASE WHEN $2 THEN 'STAGED'::"ImportStatus" ELSE status END,
            plan_fingerprint = CASE WHEN $2 THEN NULL ELSE plan_fingerprint END,
            objection = CASE WHEN $2 THEN NULL ELSE objection END,
            confirmed_at = CASE WHEN $2 THEN NULL ELSE confirmed_at END,
            confirmed_by_id = CASE WHEN $2 THEN NULL ELSE confirmed_by_id END,
            confirmed_by_name = CASE WHEN $2 THEN NULL ELSE confirmed_by_name END WHERE id = $1`,
    found.id,
    replanned,
  );
  return { importId: found.id, fileName: found.fileName, accounts, rows, replanned };
}
