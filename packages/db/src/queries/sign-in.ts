/**
 * What signing in and setting passwords read and write. Hashes come and go as text; nothing here hashes or compares.
 */
import type { Queryable } from "../client";
import { execute, queryOne } from "./run-sql";

export interface SignInRow {
  accountId: bigint;
  name: string;
  email: string;
  role: "ADMINISTRATOR" | "USER";
  kind: "PERSON" | "LIST";
  enabled: boolean;
  lockedOut: boolean;
  passwordHash: string | null;
  mustChangePassword: boolean;
  /** an imported password that is not hashed yet */
  pending: { importId: bigint; rowNo: number; sealed: Uint8Array; sealedKey: Uint8Array } | null;
}

interface Flat extends Omit<SignInRow, "pending"> {
  importId: bigint | null;
  rowNo: number | null;
  sealed: Uint8Array | null;
  sealedKey: Uint8Array | null;
}

const select = `SELECT a.id AS "accountId", a.full_name AS name, p.email, a.role::text, a.kind::text, a.enabled,
    a.locked_out AS "lockedOut", a.password_hash AS "passwordHash", a.must_change_password AS "mustChangePassword",
    w.import_id AS "importId", w.row_no AS "rowNo", w.sealed, i.sealed_key AS "sealedKey"
  FROM account a JOIN address p ON p.account_id = a.id AND p.is_primary
  LEFT JOIN pending_password w ON w.account_id = a.id LEFT JOIN import i ON i.id = w.import_id`;

/** By the canonical key of the primary address; an alias signs nobody in. */
export async function findSignIn(db: Queryable, addressKey: string): Promise<SignInRow | null> {
  return shape(await queryOne<Flat>(db, `${select} WHERE p.key = $1`, addressKey));
}

export async function findSignInById(db: Queryable, accountId: bigint): Promise<SignInRow | null> {
  return shape(await queryOne<Flat>(db, `${select} WHERE a.id = $1`, accountId));
}

function shape(row: Flat | null): SignInRow | null {
  if (row === null) return null;
  const { importId, rowNo, sealed, sealedKey, ...rest } = row;
  const pending =
    importId === null || rowNo === null || sealed === null || sealedKey === null
      ? null
      : { importId, rowNo, sealed, sealedKey };
  return { ...rest, pending };
}

/**
 * A password its owner chose, or an administrator for them (`mustChange`). Drops an imported one that still waits.
 * Gives when.
 */
export async function setPassword(
  db: Queryable,
  accountId: bigint,
  hash: string,
  mustChange: boolean,
): Promise<Date> {
  await execute(db, `DELETE FROM pending_password WHERE account_id = $1`, accountId);
  const row = await queryOne<{ changedAt: Date }>(
    db,
    `UPDATE account SET password_hash = $2, has_password = true, must_change_password = $3, password_changed_at = now(),
            updated_at = now(), version = version + 1
      WHERE id = $1 RETURNING password_changed_at AS "changedAt"`,
    accountId,
    hash,
    mustChange,
  );
  if (row === null) throw new Error("The account went away while its password was set.");
  return row.changedAt;
}

/** The same password under stronger parameters; nothing happens when it was changed meanwhile. */
export async function replaceHash(db: Queryable, accountId: bigint, from: string, to: string): Promise<void> {
  await execute(
    db,
    `UPDATE account SET password_hash = $3 WHERE id = $1 AND password_hash = $2`,
    accountId,
    from,
    to,
  );
}

/**
 * Locks the account's row and says whether what a sign-in was judged by still holds: it may sign in and has this hash
 * (null: an imported password that still waits).
 */
export async function stillSignsIn(db: Queryable, accountId: bigint, hash: string | null): Promise<boolean> {
  const row = await queryOne<{ same: boolean }>(
    db,
    `SELECT enabled AND NOT locked_out AND password_hash IS NOT DISTINCT FROM $2 AS same
       FROM account WHERE id = $1 FOR UPDATE`,
    accountId,
    hash,
  );
  return row?.same ?? false;
}

/** Stores the hash of a waiting imported password: the same password, so nothing else of the account changes. */
export async function hashPendingPassword(db: Queryable, accountId: bigint, hash: string): Promise<void> {
  await execute(
    db,
    `WITH gone AS (DELETE FROM pending_password WHERE account_id = $1 RETURNING account_id)
     UPDATE account SET password_hash = $2, has_password = true, password_changed_at = coalesce(password_changed_at, now())
       FROM gone WHERE id = gone.account_id AND password_hash IS NULL`,
    accountId,
    hash,
  );
}
