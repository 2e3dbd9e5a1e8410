/**
 * Locks that keep rules true when several people act at once. Each is held until the transaction ends.
 */
import { execute, query, queryOne } from "./run-sql";
import type { Queryable, Transaction } from "../client";

/** A writer that meets a running import's lock gives up after this long instead of hanging (the caller says "busy"). */
const lockTimeout = "3s";

/** Call first in a transaction of a person's action: no lock is waited for longer than 3 seconds. */
export async function limitLockWait(tx: Transaction): Promise<void> {
  await query(tx, `SELECT set_config('lock_timeout', $1, true)`, lockTimeout);
}

/** One number of our own in the space of advisory locks: "roll". */
const administratorsLock = 0x726f6c6c;

/** `lockAdministrators` for bulk transactions. */
export const holdAdministratorsSql = `SELECT pg_advisory_xact_lock(${String(administratorsLock)}::int, 1)`;

/** Only one transaction at a time may change who is an administrator and who of them may sign in. */
export async function lockAdministrators(tx: Transaction): Promise<void> {
  await execute(tx, holdAdministratorsSql);
}

/**
 * Held by whoever writes addresses or gives a user name, before any account is locked: commits and undos hold the table first and
 * accounts then, and the other order would deadlock with them.
 */
export async function holdAddresses(tx: Transaction): Promise<void> {
  await execute(tx, "LOCK TABLE address IN ROW EXCLUSIVE MODE");
}

/** Masters that may sign in, those in `except` not counted. Only true under `lockAdministrators`. */
export async function countMasters(tx: Transaction, except: readonly bigint[]): Promise<number> {
  const row = await queryOne<{ masters: number }>(
    tx,
    `SELECT count(*)::int AS masters FROM account
      WHERE role = 'ADMINISTRATOR' AND admin_role = 'MASTER' AND enabled AND NOT locked_out AND id <> ALL ($1::bigint[])`,
    [...except],
  );
  return row?.masters ?? 0;
}

/** Whether there is any administrator at all, able to sign in or not. */
export async function hasAdministrator(db: Queryable): Promise<boolean> {
  const row = await queryOne<{ found: boolean }>(
    db,
    `SELECT EXISTS (SELECT 1 FROM account WHERE role = 'ADMINISTRATOR') AS found`,
  );
  return row?.found ?? false;
}
