/**
 * Policies: what holds for the devices of a group's members, in sentences. Few of them, so they are read whole. Rules about
 * them are the caller's.
 */
import type { Queryable, Transaction } from "../client";
import { execute, query, queryOne } from "./run-sql";

export interface PolicyRow {
  id: bigint;
  name: string;
  rules: string[];
  isDefault: boolean;
  /** groups that carry it */
  groups: number;
  /** devices that were enrolled under it and are not removed */
  devices: number;
  createdAt: Date;
}

export interface PolicyFields {
  name: string;
  nameKey: string;
  rules: string[];
  isDefault: boolean;
}

const columns = `n.id, n.name, n.rules, n.is_default AS "isDefault", n.created_at AS "createdAt",
  (SELECT count(*)::int FROM "group" g WHERE g.policy_id = n.id) AS groups`;
const devices = `(SELECT count(*)::int FROM device d WHERE d.policy_id = n.id AND d.state <> 'REMOVED') AS devices`;

/** By name. Their devices are counted apart, since there may be a million (`countPolicyDevices`). */
export async function listPolicies(db: Queryable): Promise<Omit<PolicyRow, "devices">[]> {
  return query(db, `SELECT ${columns} FROM policy n ORDER BY n.name_key COLLATE "und-x-icu", n.id`);
}

/** Devices that are not removed, by the policy they were enrolled under; one pass over all of them. */
export async function countPolicyDevices(db: Queryable): Promise<{ policyId: bigint; devices: number }[]> {
  return query(
    db,
    `SELECT policy_id AS "policyId", count(*)::int AS devices FROM device
      WHERE policy_id IS NOT NULL AND state <> 'REMOVED' GROUP BY 1`,
  );
}

export async function findPolicy(db: Queryable, id: bigint): Promise<PolicyRow | null> {
  return queryOne<PolicyRow>(db, `SELECT ${columns}, ${devices} FROM policy n WHERE n.id = $1`, id);
}

/** One at a time: which policy is the default is a matter of all of them. */
export async function lockPolicies(tx: Transaction): Promise<void> {
  await execute(tx, `LOCK TABLE policy IN SHARE ROW EXCLUSIVE MODE`);
}

/** Null when the name is taken. Take the default away from another one first. */
export async function insertPolicy(tx: Transaction, policy: PolicyFields): Promise<bigint | null> {
  const row = await queryOne<{ id: bigint }>(
    tx,
    `INSERT INTO policy (name, name_key, rules, is_default) VALUES ($1, $2, $3::text[], $4)
     ON CONFLICT (name_key) DO NOTHING RETURNING id`,
    policy.name,
    policy.nameKey,
    policy.rules,
    policy.isDefault,
  );
  return row?.id ?? null;
}

/** Throws a unique violation when another one has the name. */
export async function updatePolicy(tx: Transaction, id: bigint, policy: PolicyFields): Promise<void> {
  await execute(
    tx,
    `UPDATE policy SET name = $2, name_key = $3, rules = $4::text[], is_default = $5 WHERE id = $1`,
    id,
    policy.name,
    policy.nameKey,
    policy.rules,
    policy.isDefault,
  );
}

/** No policy is the default any more; gives the name of the one that was. */
export async function clearDefaultPolicy(tx: Transaction): Promise<string | null> {
  const row = await queryOne<{ name: string }>(
    tx,
    `UPDATE policy SET is_default = false WHERE is_default RETURNING name`,
  );
  return row?.name ?? null;
}

/** Groups and devices that had it have none. */
export async function deletePolicy(tx: Transaction, id: bigint): Promise<void> {
  await execute(tx, `DELETE FROM policy WHERE id = $1`, id);
}

/** The policy, kept from being deleted before the transaction ends; null when there is none. */
export async function holdPolicy(tx: Transaction, id: bigint): Promise<{ name: string } | null> {
  return queryOne(tx, `SELECT name FROM policy WHERE id = $1 FOR KEY SHARE`, id);
}

/** Locks the group and gives its name and policy; null when there is no such group. */
export async function lockGroupPolicy(
  tx: Transaction,
  groupId: bigint,
): Promise<{ name: string; policyId: bigint | null; policy: string | null } | null> {
  return queryOne(
    tx,
    `SELECT g.name, g.policy_id AS "policyId", (SELECT p.name FROM policy p WHERE p.id = g.policy_id) AS policy
       FROM "group" g WHERE g.id = $1 FOR UPDATE OF g`,
    groupId,
  );
}

/** `policyId` null: the group carries none. */
export async function writeGroupPolicy(
  tx: Transaction,
  groupId: bigint,
  policyId: bigint | null,
): Promise<void> {
  await execute(tx, `UPDATE "group" SET policy_id = $2 WHERE id = $1`, groupId, policyId);
}

/** Of the account's groups, by name, the first that carries a policy decides; else the default; else null. */
export async function findPolicyOfAccount(
  db: Queryable,
  accountId: bigint,
): Promise<{ id: bigint; name: string; rules: string[] } | null> {
  return queryOne(
    db,
    `SELECT p.id, p.name, p.rules FROM policy p
      WHERE p.id = coalesce(
        (SELECT g.policy_id FROM membership m JOIN "group" g ON g.id = m.group_id
          WHERE m.account_id = $1 AND g.policy_id IS NOT NULL ORDER BY g.name_key, g.id LIMIT 1),
        (SELECT d.id FROM policy d WHERE d.is_default))`,
    accountId,
  );
}
