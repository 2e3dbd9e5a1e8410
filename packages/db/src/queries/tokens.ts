/**
 * Links that were mailed or printed: only their SHA-256 is known here, and every use is one conditional UPDATE, so that of
 * two people who press at once one is late.
 */
import type { Queryable } from "../client";
import { execute, query, queryOne } from "./run-sql";

export type TokenPurpose = "SETUP" | "SET_PASSWORD" | "RESET_PASSWORD" | "ENROL";

/** Links that set a password and nothing else. */
export const passwordPurposes = ["SET_PASSWORD", "RESET_PASSWORD"] as const satisfies readonly TokenPurpose[];

export interface NewToken {
  purpose: TokenPurpose;
  hash: Uint8Array;
  accountId: bigint | null;
  messageId: bigint | null;
  /** of an ENROL link */
  invitationId?: bigint | null;
  minutes: number;
}

/** Revokes the older open links of the same account and purpose, then writes the new one; gives when it expires. */
export async function insertToken(db: Queryable, token: NewToken): Promise<Date> {
  await execute(
    db,
    `UPDATE token SET revoked_at = now()
      WHERE purpose = $1::"TokenPurpose" AND account_id IS NOT DISTINCT FROM $2 AND used_at IS NULL AND revoked_at IS NULL`,
    token.purpose,
    token.accountId,
  );
  const row = await queryOne<{ expiresAt: Date }>(
    db,
    `INSERT INTO token (purpose, hash, account_id, message_id, invitation_id, expires_at)
     VALUES ($1::"TokenPurpose", $2, $3, $4, $6, now() + make_interval(mins => $5::int)) RETURNING expires_at AS "expiresAt"`,
    token.purpose,
    token.hash,
    token.accountId,
    token.messageId,
    token.minutes,
    token.invitationId ?? null,
  );
  if (row === null) throw new Error("The token was not written.");
  return row.expiresAt;
}

export type TokenState = "open" | "used" | "revoked" | "expired";

export interface TokenRow {
  id: bigint;
  purpose: TokenPurpose;
  accountId: bigint | null;
  invitationId: bigint | null;
  expiresAt: Date;
  state: TokenState;
}

const columns = `id, purpose::text, account_id AS "accountId", invitation_id AS "invitationId", expires_at AS "expiresAt",
  CASE WHEN used_at IS NOT NULL THEN 'used' WHEN revoked_at IS NOT NULL THEN 'revoked'
       WHEN expires_at <= now() THEN 'expired' ELSE 'open' END AS state`;

/** Reads only. Null when no link has any of these hashes. */
export async function findToken(db: Queryable, hashes: readonly Uint8Array[]): Promise<TokenRow | null> {
  return queryOne<TokenRow>(db, `SELECT ${columns} FROM token WHERE hash = ANY ($1::bytea[])`, [...hashes]);
}

/** Uses an open link up. False when somebody else was first, or it was revoked or expired meanwhile. */
export async function useToken(db: Queryable, tokenId: bigint): Promise<boolean> {
  const used = await execute(
    db,
    `UPDATE token SET used_at = now()
      WHERE id = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now()`,
    tokenId,
  );
  return used === 1;
}

/** Revokes every open link of the accounts (of these purposes, where given); gives how many there were. */
export async function revokeTokens(
  db: Queryable,
  accountIds: readonly bigint[],
  purposes: readonly TokenPurpose[] | null = null,
): Promise<number> {
  return execute(
    db,
    `UPDATE token SET revoked_at = now()
      WHERE account_id = ANY ($1::bigint[]) AND used_at IS NULL AND revoked_at IS NULL
        AND ($2::text[] IS NULL OR purpose::text = ANY ($2))`,
    [...accountIds],
    purposes === null ? null : [...purposes],
  );
}

/** What became of the links that went out with these messages. */
export async function tokensOfMessage(db: Queryable, messageId: bigint): Promise<TokenState[]> {
  const rows = await query<{ state: TokenState }>(
    db,
    `SELECT ${columns} FROM token WHERE message_id = $1 ORDER BY id DESC`,
    messageId,
  );
  return rows.map((row) => row.state);
}
