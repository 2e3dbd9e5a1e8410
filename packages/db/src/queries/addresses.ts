/**
 * Addresses of accounts: one row under one unique key each, so that no two accounts can ever share one.
 */
import type { Queryable } from "../client";
import { execute, query, queryOne } from "./run-sql";

/** Who has the address, primary or alias. */
export async function findAddressHolder(
  db: Queryable,
  key: string,
): Promise<{ accountId: bigint; name: string } | null> {
  return queryOne(
    db,
    `SELECT a.id AS "accountId", a.full_name AS name FROM address p JOIN account a ON a.id = p.account_id WHERE p.key = $1`,
    key,
  );
}

/** False when somebody has it; waits for a transaction that is just writing the same key. */
export async function insertPrimaryAddress(
  db: Queryable,
  address: { key: string; email: string; accountId: bigint },
): Promise<boolean> {
  const written = await execute(
    db,
    `INSERT INTO address (key, email, account_id, is_primary) VALUES ($1, $2, $3, true) ON CONFLICT (key) DO NOTHING`,
    address.key,
    address.email,
    address.accountId,
  );
  return written === 1;
}

/**
 * Gives the account another primary address. An own alias becomes the primary one and the old primary goes. False when
 * another account has the key.
 */
export async function replacePrimaryAddress(
  db: Queryable,
  address: { key: string; email: string; accountId: bigint },
): Promise<boolean> {
  const { key, email, accountId } = address;
  const same = await execute(
    db,
    `UPDATE address SET email = $2 WHERE account_id = $3 AND key = $1 AND is_primary`,
    key,
    email,
    accountId,
  );
  if (same === 1) return true;
  await execute(db, `DELETE FROM address WHERE account_id = $1 AND is_primary`, accountId);
  const promoted = await execute(
    db,
    `UPDATE address SET is_primary = true, email = $2 WHERE key = $1 AND account_id = $3`,
    key,
    email,
    accountId,
  );
  return promoted === 1 || insertPrimaryAddress(db, address);
}

/** Aliases of one account, in the order of their keys. */
export async function listAliases(db: Queryable, accountId: bigint): Promise<string[]> {
  const rows = await query<{ email: string }>(
    db,
    `SELECT email FROM address WHERE account_id = $1 AND NOT is_primary ORDER BY key`,
    accountId,
  );
  return rows.map((row) => row.email);
}
