/**
 * Imported passwords that wait to be hashed. They are sealed with their import's key, which goes when the last one is done.
 */
import { clientOf, type Queryable } from "../client";

export interface PendingPassword {
  accountId: bigint;
  importId: bigint;
  rowNo: number;
  sealed: Uint8Array;
  sealedKey: Uint8Array | null;
}

/** A bounded batch, oldest first. Two workers may take the same: the second finds nothing left to write. */
export async function findPendingPasswords(db: Queryable, limit: number): Promise<PendingPassword[]> {
  return clientOf(db).$queryRawUnsafe<PendingPassword[]>(
    `SELECT w.account_id AS "accountId", w.import_id AS "importId", w.row_no AS "rowNo", w.sealed, i.sealed_key AS "sealedKey"
       FROM pending_password w JOIN import i ON i.id = w.import_id ORDER BY w.account_id LIMIT $1`,
    limit,
  );
}

/** Stores hashes of passwords that are still pending (an owner who set one meanwhile keeps theirs). Returns how many. */
export async function storePasswordHashes(
  db: Queryable,
  hashes: { accountId: bigint; hash: string }[],
): Promise<number> {
  return clientOf(db).$executeRawUnsafe(
    `WITH given AS (SELECT * FROM unnest($1::bigint[], $2::text[]) AS g(account_id, hash)),
          done AS (DELETE FROM pending_password w USING given WHERE w.account_id = given.account_id RETURNING w.account_id)
     UPDATE account a SET password_hash = given.hash, has_password = true, password_changed_at = now()
       FROM given JOIN done USING (account_id) WHERE a.id = given.account_id AND a.password_hash IS NULL`,
    hashes.map((entry) => String(entry.accountId)),
    hashes.map((entry) => entry.hash),
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
