/**
 * Counts of failures that slow guessing down, kept in the database: every web process sees the same, and a restart forgives
 * nothing. All times are the database's own. What a key stands for is the caller's business.
 */
import type { Queryable } from "../client";
import { execute, queryOne } from "./run-sql";

export interface Backoff {
  /** the failure from which on there is a wait */
  from: number;
  /** first wait, doubled by every further failure */
  firstSeconds: number;
  mostSeconds: number;
  /** failures older than this are forgotten */
  forgetHours: number;
}

/**
 * Takes one attempt: counts it as a failure beforehand (`clearFailures` takes it back), in one statement, so that attempts
 * made at once cannot slip past the limit together. Gives the count, or how long to wait.
 */
export async function takeAttempt(
  db: Queryable,
  key: string,
  backoff: Backoff,
): Promise<{ failures: number } | { waitSeconds: number }> {
  const taken = await queryOne<{ failures: number }>(
    db,
    `WITH given AS (SELECT $2::int AS first_at, $3::int AS first_wait, $4::int AS most_wait, make_interval(hours => $5::int) AS memory)
     INSERT INTO sign_in_throttle AS t (key, failures, last_failed_at, blocked_until)
     SELECT $1, 1, now(), CASE WHEN first_at <= 1 THEN now() + make_interval(secs => first_wait) END FROM given
     ON CONFLICT (key) DO UPDATE SET
       failures = CASE WHEN t.last_failed_at < now() - (SELECT memory FROM given) THEN 1 ELSE t.failures + 1 END,
       last_failed_at = now(),
       blocked_until = CASE
         WHEN t.last_failed_at < now() - (SELECT memory FROM given) OR t.failures + 1 < (SELECT first_at FROM given) THEN NULL
         ELSE now() + make_interval(secs => least((SELECT most_wait FROM given),
                (SELECT first_wait FROM given) * power(2, least(t.failures + 1 - (SELECT first_at FROM given), 20)))) END
     WHERE t.blocked_until IS NULL OR t.blocked_until <= now()
     RETURNING failures`,
    key,
    backoff.from,
    backoff.firstSeconds,
    backoff.mostSeconds,
    backoff.forgetHours,
  );
  return taken ?? { waitSeconds: Math.max(1, await waitOf(db, key)) };
}

/** Writes once and changes nothing: as long as it takes to put a failure on the record, where there is none to put. */
export async function spendOneWrite(db: Queryable): Promise<void> {
  await execute(
    db,
    `INSERT INTO sign_in_throttle (key, last_failed_at) VALUES ('spent', now())
     ON CONFLICT (key) DO UPDATE SET last_failed_at = excluded.last_failed_at`,
  );
}

/** The owner got in: nothing is held against the key any more. */
export async function clearFailures(db: Queryable, key: string): Promise<void> {
  await execute(db, `DELETE FROM sign_in_throttle WHERE key = $1`, key);
}

export interface Window {
  /** so many within the window block */
  failures: number;
  windowSeconds: number;
  blockSeconds: number;
}

/** Counts one event in a fixed window; gives the seconds of the block it began or met, 0 when it is within bounds. */
export async function countInWindow(db: Queryable, key: string, window: Window): Promise<number> {
  const row = await queryOne<{ wait: number }>(
    db,
    `WITH given AS (SELECT $2::int AS most, make_interval(secs => $3::int) AS span, make_interval(secs => $4::int) AS block)
     INSERT INTO sign_in_throttle AS t (key, failures, last_failed_at, window_started_at) VALUES ($1, 1, now(), now())
     ON CONFLICT (key) DO UPDATE SET
       failures = CASE WHEN t.window_started_at < now() - (SELECT span FROM given) THEN 1 ELSE t.failures + 1 END,
       window_started_at = CASE WHEN t.window_started_at < now() - (SELECT span FROM given) THEN now() ELSE t.window_started_at END,
       last_failed_at = now(),
       blocked_until = CASE
         WHEN t.blocked_until > now() THEN t.blocked_until
         WHEN t.window_started_at >= now() - (SELECT span FROM given) AND t.failures + 1 >= (SELECT most FROM given)
           THEN now() + (SELECT block FROM given) END
     RETURNING coalesce(ceil(extract(epoch FROM blocked_until - now())), 0)::int AS wait`,
    key,
    window.failures,
    window.windowSeconds,
    window.blockSeconds,
  );
  return Math.max(0, row?.wait ?? 0);
}

/** Seconds until the key is free again; 0 when it is. Counts nothing. */
export async function waitOf(db: Queryable, key: string): Promise<number> {
  const row = await queryOne<{ wait: number }>(
    db,
    `SELECT greatest(0, ceil(extract(epoch FROM blocked_until - now())))::int AS wait
       FROM sign_in_throttle WHERE key = $1 AND blocked_until > now()`,
    key,
  );
  return row?.wait ?? 0;
}
