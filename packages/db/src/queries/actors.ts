/**
 * Who is behind a session or an account id, read fresh for every call. Knows nothing of permissions.
 */
import type { Queryable } from "../client";
import { execute, queryOne } from "./run-sql";

export interface ActorRow {
  accountId: bigint;
  name: string;
  email: string;
  role: "ADMINISTRATOR" | "USER";
  adminRole: "MASTER" | "MIGRATION" | "SUPER" | "FULL" | "BASIC" | "HELPDESK" | "GATEWAY" | null;
  mustChangePassword: boolean;
}

const columns = `a.id AS "accountId", a.full_name AS name, p.email, a.role::text, a.admin_role::text AS "adminRole",
  a.must_change_password AS "mustChangePassword"`;

/** Null when the session is unknown, ended, expired or idle for too long, or its account may not sign in. */
export async function findActorBySession(db: Queryable, sessionId: string): Promise<ActorRow | null> {
  if (!isUuid(sessionId)) return null;
  return queryOne<ActorRow>(
    db,
    `SELECT ${columns} FROM session s
       JOIN account a ON a.id = s.account_id AND a.enabled AND NOT a.locked_out
       JOIN address p ON p.account_id = a.id AND p.is_primary
      WHERE s.id = $1::uuid AND s.ended_at IS NULL AND s.expires_at > now()
        AND s.last_seen_at > now() - make_interval(mins => s.idle_minutes)`,
    sessionId,
  );
}

/** No row when the account does not exist, is disabled or locked. For bulk transactions, which ask on their own connection. */
export const actorByAccountSql = `SELECT ${columns} FROM account a JOIN address p ON p.account_id = a.id AND p.is_primary
      WHERE a.id = $1 AND a.enabled AND NOT a.locked_out`;

/** Null when the account does not exist, is disabled or locked. */
export async function findActorByAccount(db: Queryable, accountId: bigint): Promise<ActorRow | null> {
  return queryOne<ActorRow>(db, actorByAccountSql, accountId);
}

/** Moves last_seen_at of the session and its account, at most once a minute. */
export async function touchSession(db: Queryable, sessionId: string): Promise<void> {
  await execute(
    db,
    `WITH s AS (UPDATE session SET last_seen_at = now()
                 WHERE id = $1::uuid AND last_seen_at < now() - interval '1 minute' RETURNING account_id)
     UPDATE account SET last_seen_at = now() FROM s WHERE account.id = s.account_id`,
    sessionId,
  );
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A cookie can hold anything; only this may be compared with a uuid column. */
function isUuid(text: string): boolean {
  return uuid.test(text);
}
