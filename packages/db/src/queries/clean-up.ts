/** Removes what only mattered for a while. Bounded per call; safe to run on several workers at once. */
import type { Queryable } from "../client";
import { execute } from "./run-sql";

const batch = 5_000;

/** Sessions that ended 30 days ago, links dead for 90, throttles untouched for two; gives how many rows went. */
export async function removeStaleAccess(db: Queryable): Promise<number> {
  const sessions = await execute(
    db,
    `DELETE FROM session WHERE id IN (SELECT id FROM session
      WHERE least(ended_at, expires_at) < now() - interval '30 days' LIMIT $1::int)`,
    batch,
  );
  const tokens = await execute(
    db,
    `DELETE FROM token WHERE id IN (SELECT id FROM token WHERE expires_at < now() - interval '90 days' LIMIT $1::int)`,
    batch,
  );
  const throttles = await execute(
    db,
    `DELETE FROM sign_in_throttle WHERE key IN (SELECT key FROM sign_in_throttle
      WHERE last_failed_at < now() - interval '2 days' AND (blocked_until IS NULL OR blocked_until < now()) LIMIT $1::int)`,
    batch,
  );
  return sessions + tokens + throttles;
}
