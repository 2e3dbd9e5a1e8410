/**
 * Invitations to enrol as records: made for any number of accounts in one statement together with their mails, listed, and moved
 * from one state to the next. Who may be invited by whom is the caller's business.
 */
import type { Queryable, Transaction } from "../client";
import type { ImportStatus } from "../imports/import-records";
import { announceWork } from "../imports/work-signal";
import type { StoredAdminRole } from "./accounts";
import { Parameters } from "./account-filter";
import type { DevicePlatform } from "./devices";
import type { StoredMessageState } from "./messages";
import { execute, query, queryOne } from "./run-sql";

export type InvitationState = "pending" | "accepted" | "expired" | "revoked";

/** The same space of advisory locks as in guards.ts: "roll". */
const rollcallLocks = 0x726f6c6c;

/** Only one transaction at a time invites: of two that invite the same account, the later one sees the first one's. */
export async function lockInvitations(tx: Transaction): Promise<void> {
  await execute(tx, `SELECT pg_advisory_xact_lock($1::int, 2)`, rollcallLocks);
}

export interface Inviting {
  invitedByName: string | null;
  days: number;
  /** admin roles the inviter may act on; a User is always among those */
  adminRoles: readonly StoredAdminRole[];
}

const pending = `v.accepted_at IS NULL AND v.revoked_at IS NULL AND v.expires_at > now()`;

/**
 * $1 import or null, $2 who invites, $3 days, $4 admin roles. Deleted meanwhile is not invited (the row lock sees to it);
 * one mail an invitation, in the same statement. Numbered first, so that nothing is joined again: the planner, who cannot
 * know how many were chosen, would take a loop in a loop.
 */
const inviteSql = (scope: string): string => `
WITH chosen AS MATERIALIZED (
  SELECT a.id, a.full_name, p.email FROM account a JOIN address p ON p.account_id = a.id AND p.is_primary
   WHERE ${scope} AND a.kind = 'PERSON' AND a.enabled AND NOT a.locked_out
     AND (a.role = 'USER' OR coalesce(a.admin_role, 'BASIC')::text = ANY ($4::text[]))
     AND NOT EXISTS (SELECT FROM invitation v WHERE v.account_id = a.id AND ${pending})
   ORDER BY a.id FOR KEY SHARE OF a
), numbered AS MATERIALIZED (
  SELECT nextval('invitation_id_seq') AS number, id, full_name, email FROM chosen
), made AS (
  INSERT INTO invitation (id, account_id, import_id, invited_by_name, expires_at)
  SELECT number, id, $1::bigint, $2::text, now() + make_interval(days => $3::int) FROM numbered
)
INSERT INTO message (kind, account_id, import_id, to_address, to_name, data)
SELECT 'invitation', id, $1::bigint, email, full_name, jsonb_build_object('invitationId', number::text) FROM numbered`;

/**
 * Everybody whom the import created and who may be invited; gives how many were, and marks the import as invited. Call under
 * `lockInvitations`.
 */
export async function inviteCreatedBy(
  tx: Transaction,
  importId: bigint,
  inviting: Inviting,
): Promise<{ invited: number; created: number }> {
  const { invitedByName, days, adminRoles } = inviting;
  const invited = await execute(
    tx,
    inviteSql("a.created_import_id = $1::bigint"),
    importId,
    invitedByName,
    days,
    [...adminRoles],
  );
  const row = await queryOne<{ created: number }>(
    tx,
    `WITH told AS (UPDATE import SET mails = mails + $2::int, invited_at = now() WHERE id = $1)
     SELECT count(*)::int AS created FROM account WHERE created_import_id = $1`,
    importId,
    invited,
  );
  if (invited > 0) await announceWork(tx, "mail");
  return { invited, created: row?.created ?? invited };
}

/** The chosen ones who may be invited; gives those who were. Call under `lockInvitations`. */
export async function inviteChosen(
  tx: Transaction,
  accountIds: readonly bigint[],
  inviting: Inviting,
): Promise<bigint[]> {
  const { invitedByName, days, adminRoles } = inviting;
  const rows = await query<{ id: bigint }>(
    tx,
    `${inviteSql("a.id = ANY ($5::bigint[])")} RETURNING account_id AS id`,
    null,
    invitedByName,
    days,
    [...adminRoles],
    [...accountIds],
  );
  if (rows.length > 0) await announceWork(tx, "mail");
  return rows.map((row) => row.id);
}

export interface InvitableImport {
  fileName: string;
  status: ImportStatus;
  invitedAt: Date | null;
}

/** Locks the import's row; null when there is no such import. */
export async function lockInvitableImport(
  tx: Transaction,
  importId: bigint,
): Promise<InvitableImport | null> {
  return queryOne<InvitableImport>(
    tx,
    `SELECT file_name AS "fileName", status::text, invited_at AS "invitedAt" FROM import WHERE id = $1 FOR NO KEY UPDATE`,
    importId,
  );
}

export interface InvitationRow {
  id: bigint;
  accountId: bigint;
  personName: string;
  email: string;
  state: InvitationState;
  importId: bigint | null;
  importFileName: string | null;
  invitedByName: string | null;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  revokedAt: Date | null;
  /** of its newest mail */
  mailState: StoredMessageState | null;
  deviceId: bigint | null;
  deviceName: string | null;
  devicePlatform: DevicePlatform | null;
}

const stateSql = `CASE WHEN v.accepted_at IS NOT NULL THEN 'accepted' WHEN v.revoked_at IS NOT NULL THEN 'revoked'
  WHEN v.expires_at <= now() THEN 'expired' ELSE 'pending' END`;

const conditions = {
  pending,
  accepted: "v.accepted_at IS NOT NULL",
  revoked: "v.accepted_at IS NULL AND v.revoked_at IS NOT NULL",
  expired: "v.accepted_at IS NULL AND v.revoked_at IS NULL AND v.expires_at <= now()",
} as const satisfies Record<InvitationState, string>;

const select = `SELECT v.id, v.account_id AS "accountId", a.full_name AS "personName", p.email, ${stateSql} AS state,
    v.import_id AS "importId", i.file_name AS "importFileName", v.invited_by_name AS "invitedByName",
    v.created_at AS "createdAt", v.expires_at AS "expiresAt", v.accepted_at AS "acceptedAt", v.revoked_at AS "revokedAt",
    (SELECT m.state::text FROM message m WHERE m.account_id = v.account_id AND m.kind = 'invitation'
        AND m.data->>'invitationId' = v.id::text ORDER BY m.id DESC LIMIT 1) AS "mailState",
    d.id AS "deviceId", d.name AS "deviceName", d.platform::text AS "devicePlatform"
  FROM invitation v JOIN account a ON a.id = v.account_id JOIN address p ON p.account_id = a.id AND p.is_primary
  LEFT JOIN import i ON i.id = v.import_id LEFT JOIN device d ON d.invitation_id = v.id`;

export interface InvitationFilter {
  state: InvitationState | null;
  importId: bigint | null;
  accountIds: readonly bigint[] | null;
  before: bigint | null;
  limit: number;
}

/** Newest first. Only conditions that are asked for stand in the text, so that each has its index. */
export async function listInvitationRows(db: Queryable, filter: InvitationFilter): Promise<InvitationRow[]> {
  const p = new Parameters();
  const where: string[] = [];
  if (filter.state !== null) where.push(conditions[filter.state]);
  if (filter.importId !== null) where.push(`v.import_id = ${p.bind(filter.importId)}`);
  if (filter.accountIds !== null)
    where.push(`v.account_id = ANY (${p.bind([...filter.accountIds])}::bigint[])`);
  if (filter.before !== null) where.push(`v.id < ${p.bind(filter.before)}`);
  return query<InvitationRow>(
    db,
    `${select} ${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`}
      ORDER BY v.id DESC LIMIT ${p.bind(filter.limit)}::int`,
    ...p.values,
  );
}

export async function findInvitation(db: Queryable, id: bigint): Promise<InvitationRow | null> {
  return queryOne<InvitationRow>(db, `${select} WHERE v.id = $1`, id);
}

/** Whether the account has an invitation, besides this one, that could still be accepted. */
export async function hasOtherPending(
  db: Queryable,
  accountId: bigint,
  invitationId: bigint,
): Promise<boolean> {
  const row = await queryOne<{ found: boolean }>(
    db,
    `SELECT EXISTS (SELECT FROM invitation v WHERE v.account_id = $1 AND v.id <> $2 AND ${pending}) AS found`,
    accountId,
    invitationId,
  );
  return row?.found ?? false;
}

/** Lets it be accepted for so many days from now. False unless it is pending or expired. */
export async function extendInvitation(tx: Transaction, id: bigint, days: number): Promise<boolean> {
  const written = await execute(
    tx,
    `UPDATE invitation SET expires_at = now() + make_interval(days => $2::int)
      WHERE id = $1 AND accepted_at IS NULL AND revoked_at IS NULL`,
    id,
    days,
  );
  return written === 1;
}

/** False unless it is pending. */
export async function markRevoked(tx: Transaction, id: bigint): Promise<boolean> {
  const written = await execute(
    tx,
    `UPDATE invitation v SET revoked_at = now() WHERE v.id = $1 AND ${pending}`,
    id,
  );
  return written === 1;
}

/** False unless it is pending: of two that accept at once one is late. */
export async function markAccepted(tx: Transaction, id: bigint): Promise<boolean> {
  const written = await execute(
    tx,
    `UPDATE invitation v SET accepted_at = now() WHERE v.id = $1 AND ${pending}`,
    id,
  );
  return written === 1;
}

/** Its open links work no more. */
export async function revokeInvitationTokens(tx: Transaction, id: bigint): Promise<void> {
  await execute(
    tx,
    `UPDATE token SET revoked_at = now() WHERE invitation_id = $1 AND used_at IS NULL AND revoked_at IS NULL`,
    id,
  );
}

/** What was not sent yet of its mails is not sent. */
export async function cancelInvitationMails(tx: Transaction, id: bigint, reason: string): Promise<void> {
  await execute(
    tx,
    `UPDATE message m SET state = 'CANCELLED', last_error = $2, sealed_body = NULL FROM invitation v
      WHERE v.id = $1 AND m.account_id = v.account_id AND m.kind = 'invitation' AND m.data->>'invitationId' = v.id::text
        AND m.state IN ('QUEUED', 'RETRYING')`,
    id,
    reason,
  );
}
