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

/** So many of the newest are looked through first: most searches end there. */
const lookedThrough = 2_000;
/** Up to so many whose names hold the text are gathered and sorted. */
const gathered = 10_000;

/** Newest first. Only conditions that are asked for stand in the text, so that each has its index. */
export async function listDeviceRows(
  db: Queryable,
  filter: DeviceFilter,
  bounds: { lookedThrough: number; gathered: number } = { lookedThrough, gathered },
): Promise<DeviceRow[]> {
  const p = new Parameters();
  const where = whereOf(filter, p);
  const limit = `LIMIT ${p.bind(filter.limit)}::int`;
  if (filter.search === null)
    return query(db, `${select} WHERE ${where} ORDER BY d.id DESC ${limit}`, ...p.values);
  const found = searchOf(filter.search, p);
  const near = await query<DeviceRow>(
    db,
    `${select} WHERE d.id = ANY (ARRAY(SELECT d.id FROM (SELECT d.* FROM device d WHERE ${where} ORDER BY d.id DESC LIMIT ${p.bind(bounds.lookedThrough)}::int) d
        WHERE ${found} ORDER BY d.id DESC ${limit})) ORDER BY d.id DESC`,
    ...p.values,
  );
  if (near.length === filter.limit) return near;
  return (
    (await gatherDevices(db, filter, filter.search, bounds.gathered)) ??
    walkDevices(db, filter, filter.search)
  );
}

function whereOf(filter: DeviceFilter, p: Parameters): string {
  const where = ["true"];
  if (filter.accountId !== null) where.push(`d.account_id = ${p.bind(filter.accountId)}`);
  if (filter.platform !== null) where.push(`d.platform = ${p.bind(filter.platform)}::"DevicePlatform"`);
  // As a literal: the partial index of what is not enrolled only serves when the planner sees the value.
  if (filter.state !== null) where.push(`d.state = '${filter.state}'`);
  if (filter.before !== null) where.push(`d.id < ${p.bind(filter.before)}`);
  return where.join(" AND ");
}

type DeviceSearch = NonNullable<DeviceFilter["search"]>;

function searchOf({ text, ownerIds }: DeviceSearch, p: Parameters): string {
  return `(position(lower(${p.bind(text)}::text) IN lower(d.name)) > 0 OR d.account_id = ANY (${p.bind([...ownerIds])}::bigint[]))`;
}

/** By the indexes of names and owners; null when too many names hold the text. */
async function gatherDevices(
  db: Queryable,
  filter: DeviceFilter,
  { text, ownerIds }: DeviceSearch,
  most: number,
): Promise<DeviceRow[] | null> {
  const p = new Parameters();
  const where = whereOf(filter, p);
  const lower = `lower(${p.bind(text)}::text)`;
  const [found] = await query<{ names: number; ids: bigint[] }>(
    db,
    `WITH named AS MATERIALIZED (SELECT d.id FROM device d
            WHERE letter_pairs(lower(d.name)) @> letter_pairs(${lower}) AND position(${lower} IN lower(d.name)) > 0 AND ${where}
            LIMIT ${p.bind(most + 1)}::int)
     SELECT (SELECT count(*)::int FROM named) AS names,
            ARRAY(SELECT id FROM named UNION SELECT d.id FROM device d WHERE d.account_id = ANY (${p.bind([...ownerIds])}::bigint[]) AND ${where}
                   ORDER BY id DESC LIMIT ${p.bind(filter.limit)}::int) AS ids`,
    ...p.values,
  );
  if (found === undefined || found.names > most) return null;
  return query(db, `${select} WHERE d.id = ANY ($1::bigint[]) ORDER BY d.id DESC`, found.ids);
}

/** What many have is not far. */
async function walkDevices(db: Queryable, filter: DeviceFilter, search: DeviceSearch): Promise<DeviceRow[]> {
  const p = new Parameters();
  return query(
    db,
    `${select} WHERE ${whereOf(filter, p)} AND ${searchOf(search, p)} ORDER BY d.id DESC LIMIT ${p.bind(filter.limit)}::int`,
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
