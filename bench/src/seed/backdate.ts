/**
 * Moves what was made just now to the days on which it would have happened, by SQL: no use case may write the past. The
 * audit log keeps the truth, that everything was sown at once; its chain would break otherwise.
 */
import type pg from "pg";
import { askOne } from "../app/sql";

/** Everything with a higher number was made by us. */
export interface Before {
  account: string;
  message: string;
}

/** Where the numbers stand; ask before anything is made. */
export function readBefore(client: pg.Client): Promise<Before> {
  return askOne<Before>(
    client,
    `SELECT (SELECT coalesce(max(id), 0)::text FROM account) AS account, (SELECT coalesce(max(id), 0)::text FROM message) AS message`,
  );
}

export interface PastImport {
  id: string;
  daysAgo: number;
}

/** Whole imports with the people, groups and mails they brought. */
export async function backdateImports(client: pg.Client, imports: readonly PastImport[]): Promise<void> {
  for (const [place, { id, daysAgo }] of imports.entries()) {
    if (daysAgo === 0) continue;
    const minutes = 8 * 60 + ((place * 97) % 480);
    const { rows } = await client.query<{ shift: string }>(
      `SELECT (created_at - (date_trunc('day', now()) - make_interval(days => $2) + make_interval(mins => $3)))::text AS shift
         FROM import WHERE id = $1`,
      [id, daysAgo, minutes],
    );
    for (const sql of importStatements) await client.query(sql, [id, rows[0]?.shift ?? "0"]);
  }
}

const importStatements = [
  `UPDATE import SET created_at = created_at - $2::interval, staged_at = staged_at - $2::interval,
     planned_at = planned_at - $2::interval, confirmed_at = confirmed_at - $2::interval + interval '4 minutes',
     ended_at = ended_at - $2::interval + interval '4 minutes' WHERE id = $1`,
  `UPDATE account SET created_at = created_at - $2::interval, updated_at = updated_at - $2::interval WHERE created_import_id = $1`,
  `UPDATE department SET created_at = created_at - $2::interval WHERE created_import_id = $1`,
  `UPDATE "group" SET created_at = created_at - $2::interval WHERE created_import_id = $1`,
  `UPDATE message SET created_at = created_at - $2::interval, first_try_at = first_try_at - $2::interval,
     sent_at = sent_at - $2::interval WHERE import_id = $1 AND state NOT IN ('QUEUED', 'RETRYING')`,
];

/** A number of 0 to 1 that belongs to a row, the same every time. */
const chance = "((hashint8(id) & 2147483647) / 2147483648.0)";

/** Accounts made by hand and their mails; resets of passwords; when people were last seen. */
export async function backdatePeople(client: pg.Client, before: Before): Promise<void> {
  for (const sql of accountStatements) await client.query(sql, [before.account]);
  for (const sql of messageStatements) await client.query(sql, [before.message]);
}

const accountStatements = [
  `UPDATE account SET created_at = now() - CASE role WHEN 'ADMINISTRATOR' THEN interval '356 days'
     ELSE ${chance} * interval '350 days' END WHERE source = 'MANUAL' AND id > $1`,
  `UPDATE account SET last_seen_at = greatest(created_at, now() - interval '2 minutes' - power(${chance}, 3) * interval '70 days')
    WHERE has_password AND ${chance} < 0.93 AND id > $1`,
];

const messageStatements = [
  `UPDATE message m SET created_at = a.created_at, first_try_at = a.created_at, sent_at = m.sent_at - (m.created_at - a.created_at)
     FROM account a WHERE a.id = m.account_id AND a.source = 'MANUAL' AND m.kind = 'welcome'
      AND m.state NOT IN ('QUEUED', 'RETRYING') AND m.id > $1`,
  `UPDATE message SET created_at = created_at - s.shift, first_try_at = first_try_at - s.shift, sent_at = sent_at - s.shift
     FROM (SELECT id AS same, floor(${chance} * 30) * interval '1 day' AS shift FROM message) s
    WHERE s.same = id AND kind = 'password-reset' AND state NOT IN ('QUEUED', 'RETRYING') AND id > $1`,
];

/** Some of the newest mails that were put off were tried first a day ago; whoever delivers next gives them up. */
export async function ageUnanswered(client: pg.Client, before: Before, count: number): Promise<void> {
  await client.query(
    `UPDATE message SET created_at = now() - interval '26 hours', first_try_at = now() - interval '25 hours', next_attempt_at = now()
      WHERE id IN (SELECT id FROM message WHERE state = 'RETRYING' AND id > $1 ORDER BY import_id DESC NULLS LAST, id LIMIT $2)`,
    [before.message, count],
  );
}
