/**
 * Sign-ins that are open. All times are the database's own. Knows nothing of cookies.
 */
import type { Queryable } from "../client";
import { execute, query, queryOne } from "./run-sql";

export interface NewSession {
  id: string;
  accountId: bigint;
  hours: number;
  idleMinutes: number;
  ip: string | null;
  userAgent: string | null;
}

/** Opens a session and marks the account as seen; gives when it expires. */
export async function insertSession(db: Queryable, session: NewSession): Promise<Date> {
  const row = await queryOne<{ expiresAt: Date }>(
    db,
    `WITH seen AS (UPDATE account SET last_seen_at = now() WHERE id = $2)
     INSERT INTO session (id, account_id, expires_at, idle_minutes, ip, user_agent)
     VALUES ($1::uuid, $2, now() + make_interval(mins => $3::int), $4::int, $5, left($6, 400))
     RETURNING expires_at AS "expiresAt"`,
    session.id,
    session.accountId,
    Math.round(session.hours * 60),
    session.idleMinutes,
    session.ip,
    session.userAgent,
  );
  if (row === null) throw new Error("The session was not written.");
  return row.expiresAt;
}

export interface SessionRow {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  ip: string | null;
  userAgent: string | null;
}

const open = `ended_at IS NULL AND expires_at > now() AND last_seen_at > now() - make_interval(mins => idle_minutes)`;

/** Open ones, last used first. */
export async function listOpenSessions(db: Queryable, accountId: bigint): Promise<SessionRow[]> {
  return query<SessionRow>(
    db,
    `SELECT id::text, created_at AS "createdAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt", ip,
            user_agent AS "userAgent"
       FROM session WHERE account_id = $1 AND ${open} ORDER BY last_seen_at DESC, id LIMIT 100`,
    accountId,
  );
}

/** Ends one open session of the account; false when it has none of that id. */
export async function endSession(db: Queryable, accountId: bigint, sessionId: string): Promise<boolean> {
  const ended = await execute(
    db,
    `UPDATE session SET ended_at = now() WHERE id::text = $2 AND account_id = $1 AND ended_at IS NULL`,
    accountId,
    sessionId.toLowerCase(),
  );
  return ended > 0;
}

/** Ends every session of the accounts, except one where given; gives how many were open. */
export async function endSessions(
  db: Queryable,
  accountIds: readonly bigint[],
  exceptSessionId: string | null = null,
): Promise<number> {
  return execute(
    db,
    `UPDATE session SET ended_at = now()
      WHERE account_id = ANY ($1::bigint[]) AND ended_at IS NULL AND id::text IS DISTINCT FROM $2`,
    [...accountIds],
    exceptSessionId,
  );
}

/** Shortens open sessions to new limits; a longer limit counts from the next sign-in on. */
export async function shortenSessions(
  db: Queryable,
  limits: Readonly<Record<"ADMINISTRATOR" | "USER", { hours: number; idleMinutes: number }>>,
): Promise<void> {
  for (const [role, { hours, idleMinutes }] of Object.entries(limits)) {
    await execute(
      db,
      `UPDATE session s SET expires_at = least(s.expires_at, s.created_at + make_interval(mins => $2::int)),
              idle_minutes = least(s.idle_minutes, $3::int)
         FROM account a WHERE a.id = s.account_id AND a.role::text = $1 AND s.ended_at IS NULL AND s.expires_at > now()`,
      role,
      Math.round(hours * 60),
      idleMinutes,
    );
  }
}
