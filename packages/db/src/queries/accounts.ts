/**
 * Writes of single accounts and of chosen ones. Every change raises the version, so that an import's plan sees the drift.
 * Rules are the caller's; what is asked for is done.
 */
import type { Queryable, Transaction } from "../client";
import { execute, query, queryOne } from "./run-sql";

export type AccountRole = "ADMINISTRATOR" | "USER";
export type StoredAdminRole = "MASTER" | "MIGRATION" | "SUPER" | "FULL" | "BASIC" | "HELPDESK" | "GATEWAY";

/** What the rules look at before an account is acted on. */
export interface TargetRow {
  id: bigint;
  name: string;
  email: string;
  kind: "PERSON" | "LIST";
  role: AccountRole;
  adminRole: StoredAdminRole | null;
  enabled: boolean;
  lockedOut: boolean;
  hasPassword: boolean;
  version: number;
}

const target = `a.id, a.full_name AS name, p.email, a.kind::text, a.role::text, a.admin_role::text AS "adminRole", a.enabled,
  a.locked_out AS "lockedOut", a.has_password AS "hasPassword", a.version`;

/** Locks the accounts in the order of their ids (so that two callers never wait for each other) and gives those there are. */
export async function lockTargets(tx: Transaction, ids: readonly bigint[]): Promise<TargetRow[]> {
  return query<TargetRow>(
    tx,
    `SELECT ${target} FROM account a JOIN address p ON p.account_id = a.id AND p.is_primary
      WHERE a.id = ANY ($1::bigint[]) ORDER BY a.id FOR UPDATE OF a`,
    [...ids],
  );
}

/** The same without locking. */
export async function findTarget(db: Queryable, id: bigint): Promise<TargetRow | null> {
  return queryOne<TargetRow>(
    db,
    `SELECT ${target} FROM account a JOIN address p ON p.account_id = a.id AND p.is_primary WHERE a.id = $1`,
    id,
  );
}

export interface NewAccount {
  fullName: string;
  source: "MANUAL" | "IMPORTED" | "DIRECTORY";
  role: AccountRole;
  adminRole: StoredAdminRole | null;
  passwordHash: string | null;
  mustChangePassword: boolean;
  departmentId: bigint | null;
  phone: string | null;
  contactEmail: string | null;
  description: string | null;
}

/** Gives the id. The account has no address yet: write that in the same transaction. */
export async function insertAccount(tx: Transaction, account: NewAccount): Promise<bigint> {
  const row = await queryOne<{ id: bigint }>(
    tx,
    `INSERT INTO account (full_name, source, role, admin_role, password_hash, has_password, must_change_password,
                          password_changed_at, department_id, phone, contact_email, description)
     VALUES ($1, $2::"AccountSource", $3::"Role", $4::"AdminRole", $5, $5::text IS NOT NULL, $6,
             CASE WHEN $5::text IS NOT NULL THEN now() END, $7, $8, $9, $10) RETURNING id`,
    account.fullName,
    account.source,
    account.role,
    account.adminRole,
    account.passwordHash,
    account.mustChangePassword,
    account.departmentId,
    account.phone,
    account.contactEmail,
    account.description,
  );
  if (row === null) throw new Error("The account was not written.");
  return row.id;
}

const raise = "version = version + 1, updated_at = now()";

export async function writeEnabled(tx: Transaction, ids: readonly bigint[], enabled: boolean): Promise<void> {
  await execute(
    tx,
    `UPDATE account SET enabled = $2, ${raise} WHERE id = ANY ($1::bigint[])`,
    [...ids],
    enabled,
  );
}

export async function writeLocked(
  tx: Transaction,
  ids: readonly bigint[],
  lockedOut: boolean,
): Promise<void> {
  await execute(
    tx,
    `UPDATE account SET locked_out = $2, ${raise} WHERE id = ANY ($1::bigint[])`,
    [...ids],
    lockedOut,
  );
}

export async function writeRole(
  tx: Transaction,
  id: bigint,
  role: AccountRole,
  adminRole: StoredAdminRole | null,
): Promise<void> {
  await execute(
    tx,
    `UPDATE account SET role = $2::"Role", admin_role = $3::"AdminRole", ${raise} WHERE id = $1`,
    id,
    role,
    adminRole,
  );
}

/** Addresses, memberships, sessions, links and waiting passwords go with them; messages stay, without their account. */
export async function removeAccounts(tx: Transaction, ids: readonly bigint[]): Promise<void> {
  await execute(tx, `DELETE FROM account WHERE id = ANY ($1::bigint[])`, [...ids]);
}

/** Who made the account, as the audit log has it; null when the log does not know (an import). */
export async function findMaker(db: Queryable, accountId: bigint): Promise<string | null> {
  const row = await queryOne<{ name: string }>(
    db,
    `SELECT actor_name AS name FROM audit_event
      WHERE subject_type = 'account' AND subject_id = $1 AND action IN ('account.created', 'setup.completed') ORDER BY id LIMIT 1`,
    String(accountId),
  );
  return row?.name ?? null;
}

/** What the portal shows of an account to its owner, besides who they are. */
export async function findProfile(
  db: Queryable,
  accountId: bigint,
): Promise<{
  groups: string[];
  department: string | null;
  passwordChangedAt: Date | null;
  hasPassword: boolean;
} | null> {
  return queryOne(
    db,
    `SELECT array(SELECT g.name FROM membership m JOIN "group" g ON g.id = m.group_id
                   WHERE m.account_id = a.id ORDER BY g.name_key) AS groups,
            d.name AS department, a.password_changed_at AS "passwordChangedAt", a.has_password AS "hasPassword"
       FROM account a LEFT JOIN department d ON d.id = a.department_id WHERE a.id = $1`,
    accountId,
  );
}
