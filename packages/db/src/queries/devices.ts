/**
 * Devices that people enrolled: written when an invitation is accepted, listed, renamed, reported lost, removed. A removed one
 * stays on the record. Rules are the caller's.
 */
import type { Queryable, Transaction } from "../client";
import { Parameters } from "./account-filter";
import type { AccountRole, StoredAdminRole } from "./accounts";
import { execute, query, queryOne } from "./run-sql";

export type DevicePlatform = "IOS" | "IPADOS" | "MACOS" | "ANDROID" | "WINDOWS" | "LINUX" | "OTHER";
export type DeviceState = "ENROLLED" | "LOST" | "REMOVED";

export interface NewDevice {
  accountId: bigint;
  invitationId: bigint;
  policyId: bigint | null;
  name: string;
  platform: DevicePlatform;
  userAgent: string | null;
}

export async function insertDevice(tx: Transaction, device: NewDevice): Promise<bigint> {
  const row = await queryOne<{ id: bigint }>(
    tx,
    `INSERT INTO device (account_id, invitation_id, policy_id, name, platform, user_agent)
     VALUES ($1, $2, $3, $4, $5::"DevicePlatform", left($6, 400)) RETURNING id`,
    device.accountId,
    device.invitationId,
    device.policyId,
    device.name,
    device.platform,
    device.userAgent,
  );
  if (row === null) throw new Error("The device was not written.");
  return row.id;
}

export interface DeviceRow {
  id: bigint;
  accountId: bigint;
  personName: string;
  email: string;
  /** its owner's, for who may act on it */
  role: AccountRole;
  adminRole: StoredAdminRole | null;
  name: string;
  platform: DevicePlatform;
  state: DeviceState;
  /** the policy it was enrolled under */
  policyId: bigint | null;
  policyName: string | null;
  policyRules: string[] | null;
  userAgent: string | null;
  enrolledAt: Date;
  lastSeenAt: Date | null;
  removedAt: Date | null;
}

const select = `SELECT d.id, d.account_id AS "accountId", a.full_name AS "personName", p.email, a.role::text,
    a.admin_role::text AS "adminRole", d.name, d.platform::text, d.state::text, d.policy_id AS "policyId",
    o.name AS "policyName", o.rules AS "policyRules", d.user_agent AS "userAgent", d.enrolled_at AS "enrolledAt",
    d.last_seen_at AS "lastSeenAt", d.removed_at AS "removedAt"
  FROM device d JOIN account a ON a.id = d.account_id JOIN address p ON p.account_id = a.id AND p.is_primary
  LEFT JOIN policy o ON o.id = d.policy_id`;

export interface DeviceFilter {
  accountId: bigint | null;
  platform: DevicePlatform | null;
  state: DeviceState | null;
  /** found in the device's name in any case, or owned by one of `ownerIds` */
  search: { text: string; ownerIds: readonly bigint[] } | null;
  before: bigint | null;
  limit: number;
}

/** Newest first. Only conditions that are asked for stand in the text, so that each has its index. */
export async function listDeviceRows(db: Queryable, filter: DeviceFilter): Promise<DeviceRow[]> {
  const p = new Parameters();
  const where: string[] = [];
  if (filter.accountId !== null) where.push(`d.account_id = ${p.bind(filter.accountId)}`);
  if (filter.platform !== null) where.push(`d.platform = ${p.bind(filter.platform)}::"DevicePlatform"`);
  if (filter.state !== null) where.push(`d.state = ${p.bind(filter.state)}::"DeviceState"`);
  if (filter.search !== null) {
    const { text, ownerIds } = filter.search;
    where.push(
      `(position(lower(${p.bind(text)}) IN lower(d.name)) > 0 OR d.account_id = ANY (${p.bind([...ownerIds])}::bigint[]))`,
    );
  }
  if (filter.before !== null) where.push(`d.id < ${p.bind(filter.before)}`);
  return query<DeviceRow>(
    db,
    `${select} ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`}
      ORDER BY d.id DESC LIMIT ${p.bind(filter.limit)}::int`,
    ...p.values,
  );
}

/** What one person has enrolled and not removed, newest first. */
export async function listDevicesOf(db: Queryable, accountId: bigint): Promise<DeviceRow[]> {
  return query<DeviceRow>(
    db,
    `${select} WHERE d.account_id = $1 AND d.state <> 'REMOVED' ORDER BY d.id DESC LIMIT 200`,
    accountId,
  );
}

/** Locks the device; null when there is none of that id. */
export async function lockDevice(tx: Transaction, id: bigint): Promise<DeviceRow | null> {
  return queryOne<DeviceRow>(tx, `${select} WHERE d.id = $1 FOR UPDATE OF d`, id);
}

export async function writeDeviceName(tx: Transaction, id: bigint, name: string): Promise<void> {
  await execute(tx, `UPDATE device SET name = $2 WHERE id = $1`, id, name);
}

export async function writeDeviceState(
  tx: Transaction,
  id: bigint,
  state: "LOST" | "REMOVED",
): Promise<void> {
  await execute(
    tx,
    `UPDATE device SET state = $2::"DeviceState", removed_at = CASE WHEN $2 = 'REMOVED' THEN now() END WHERE id = $1`,
    id,
    state,
  );
}

/** Those that are enrolled or lost, by platform and state; what nobody has is left out. */
export async function countDevices(
  db: Queryable,
): Promise<{ platform: DevicePlatform; state: "ENROLLED" | "LOST"; devices: number }[]> {
  return query(
    db,
    `SELECT platform::text, state::text, count(*)::int AS devices FROM device WHERE state <> 'REMOVED' GROUP BY 1, 2`,
  );
}
