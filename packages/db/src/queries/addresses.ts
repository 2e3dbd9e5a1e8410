/**
 * Addresses of accounts: one row under one unique key each, so that no two accounts can ever share one.
 */
import type { Queryable, Transaction } from "../client";
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
 * Gives the account another primary address, which takes the note over. An own alias becomes the primary one and the old
 * primary goes. False when another account has the key.
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
  const old = await queryOne<{ note: string | null }>(
    db,
    `DELETE FROM address WHERE account_id = $1 AND is_primary RETURNING note`,
    accountId,
  );
  const note = old?.note ?? null;
  const promoted = await execute(
    db,
    `UPDATE address SET is_primary = true, email = $2, note = coalesce($4, note) WHERE key = $1 AND account_id = $3`,
    key,
    email,
    accountId,
    note,
  );
  if (promoted === 1) return true;
  if (!(await insertPrimaryAddress(db, address))) return false;
  if (note !== null) await writeNote(db, accountId, note);
  return true;
}

/** On the primary address. */
export async function writeNote(db: Queryable, accountId: bigint, note: string | null): Promise<void> {
  await execute(db, `UPDATE address SET note = $2 WHERE account_id = $1 AND is_primary`, accountId, note);
}

/** Aliases of one account with their keys, in the order of those. */
export async function findAliases(
  db: Queryable,
  accountId: bigint,
): Promise<{ key: string; email: string }[]> {
  return query(
    db,
    `SELECT key, email FROM address WHERE account_id = $1 AND NOT is_primary ORDER BY key`,
    accountId,
  );
}

/** False when somebody has it; waits for a transaction that is just writing the same key. An own alias is written anew. */
export async function writeAlias(
  tx: Transaction,
  alias: { key: string; email: string; accountId: bigint },
): Promise<boolean> {
  const written = await execute(
    tx,
    `INSERT INTO address (key, email, account_id, is_primary) VALUES ($1, $2, $3, false)
     ON CONFLICT (key) DO UPDATE SET email = excluded.email WHERE address.account_id = $3 AND NOT address.is_primary`,
    alias.key,
    alias.email,
    alias.accountId,
  );
  return written === 1;
}

export async function removeAliases(
  tx: Transaction,
  accountId: bigint,
  keys: readonly string[],
): Promise<void> {
  await execute(
    tx,
    `DELETE FROM address WHERE account_id = $1 AND NOT is_primary AND key = ANY ($2::text[])`,
    accountId,
    [...keys],
  );
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
