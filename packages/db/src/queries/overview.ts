/** The figures of the overview. Days are UTC. */
import type { Queryable } from "../client";
import type { StatusNumber } from "./account-filter";
import type { StoredMessageState } from "./messages";
import { query, queryOne } from "./run-sql";

type Source = "MANUAL" | "IMPORTED" | "DIRECTORY";

/** One pass over the accounts: how many of each source and status, and how many were made on each day since. */
export async function countAccountsBy(
  db: Queryable,
): Promise<{ source: Source; status: StatusNumber; count: number }[]> {
  return query(
    db,
    `SELECT source::text, account_status(enabled, locked_out, has_password, kind) AS status, count(*)::int AS count
       FROM account GROUP BY 1, 2`,
  );
}

/** Accounts that were made since, by day and source. */
export async function countNewAccounts(
  db: Queryable,
  days: number,
): Promise<{ day: string; source: Source; count: number }[]> {
  return query(
    db,
    `SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, source::text, count(*)::int AS count
       FROM account WHERE created_at >= (date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') - make_interval(days => $1::int - 1)
      GROUP BY 1, 2`,
    days,
  );
}

export async function countMailByDay(
  db: Queryable,
  days: number,
): Promise<{ day: string; state: StoredMessageState; count: number }[]> {
  return query(
    db,
    `SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, state::text, count(*)::int AS count
       FROM message WHERE created_at >= (date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') - make_interval(days => $1::int - 1)
      GROUP BY 1, 2`,
    days,
  );
}

/** The database's today, UTC. */
export async function readToday(db: Queryable): Promise<string> {
  const row = await queryOne<{ today: string }>(
    db,
    `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS today`,
  );
  if (row === null) throw new Error("The database does not know what day it is.");
  return row.today;
}

export interface SmallCounts {
  groups: number;
  departments: number;
  imports: number;
  importsWaiting: number;
  administrators: number;
  locked: number;
  mailTrouble: number;
}

/** What is cheap to count whatever the size of the organisation. */
export async function readSmallCounts(db: Queryable): Promise<SmallCounts> {
  const row = await queryOne<SmallCounts>(
    db,
    `SELECT (SELECT count(*)::int FROM "group") AS groups, (SELECT count(*)::int FROM department) AS departments,
            (SELECT count(*)::int FROM import) AS imports,
            (SELECT count(*)::int FROM import WHERE status = 'READY') AS "importsWaiting",
            (SELECT count(*)::int FROM account WHERE role = 'ADMINISTRATOR') AS administrators,
            (SELECT count(*)::int FROM account WHERE account_status(enabled, locked_out, has_password, kind) = 2) AS locked,
            (SELECT count(*)::int FROM message WHERE state IN ('FAILED', 'UNKNOWN') AND created_at > now() - interval '30 days') AS "mailTrouble"`,
  );
  if (row === null) throw new Error("The counts gave no answer.");
  return row;
}

export interface MailTroubleRow {
  state: "FAILED" | "UNKNOWN" | "LATE";
  count: number;
  since: Date;
}

/** Failed and unknown mails of the last 30 days, and those that wait for more than 15 minutes. */
export async function readMailTrouble(db: Queryable): Promise<MailTroubleRow[]> {
  return query<MailTroubleRow>(
    db,
    `SELECT state::text, count(*)::int AS count, min(created_at) AS since FROM message
      WHERE state IN ('FAILED', 'UNKNOWN') AND created_at > now() - interval '30 days' GROUP BY state
     UNION ALL
     SELECT 'LATE', count(*)::int, min(created_at) FROM message
      WHERE state IN ('QUEUED', 'RETRYING') AND created_at < now() - interval '15 minutes' HAVING count(*) > 0`,
  );
}

/** People who may sign in but have no password, and whom no mail with a link reached or will reach. */
export async function countNoWayIn(db: Queryable): Promise<number> {
  const row = await queryOne<{ count: number }>(
    db,
    `SELECT count(*)::int AS count FROM account a
      WHERE account_status(a.enabled, a.locked_out, a.has_password, a.kind) = 1
        AND NOT EXISTS (SELECT FROM message m WHERE m.account_id = a.id AND m.kind IN ('welcome', 'password-reset')
                          AND m.state IN ('QUEUED', 'RETRYING', 'SENT', 'UNKNOWN'))`,
  );
  return row?.count ?? 0;
}

export interface OverviewImportRow {
  id: bigint;
  fileName: string;
  status: "UPLOADING" | "STAGED" | "READY" | "COMMITTING" | "COMPLETED" | "FAILED" | "CANCELLED";
  createdAt: Date;
  plannedAt: Date | null;
  endedAt: Date | null;
  rows: number;
  summary: unknown;
  failure: string | null;
  objection: string | null;
}

const importColumns = `id, file_name AS "fileName", status::text, created_at AS "createdAt", planned_at AS "plannedAt",
  ended_at AS "endedAt", rows, summary, failure, objection`;

/** The newest that were planned or committed. */
export async function recentImports(db: Queryable, limit: number): Promise<OverviewImportRow[]> {
  return query<OverviewImportRow>(
    db,
    `SELECT ${importColumns} FROM import WHERE status IN ('READY', 'COMMITTING', 'COMPLETED')
      ORDER BY id DESC LIMIT $1::int`,
    limit,
  );
}

/** Those that wait for a person, and those that failed within the last week. */
export async function importsThatWait(db: Queryable, limit: number): Promise<OverviewImportRow[]> {
  return query<OverviewImportRow>(
    db,
    `SELECT ${importColumns} FROM import
      WHERE status = 'READY' OR (status = 'FAILED' AND ended_at > now() - interval '7 days')
      ORDER BY (status = 'READY') DESC, id DESC LIMIT $1::int`,
    limit,
  );
}
