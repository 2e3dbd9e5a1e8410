/** Whether two databases hold the same people, departments, memberships and mails; and how much was written to one of them. */
import { askOne, withClient } from "../app/sql";

export interface Content {
  accounts: number;
  memberships: number;
  mails: number;
  /** of every imported account with its address, name, department, groups and mail */
  digest: string;
}

/** Only what was imported: the administrator is in one of them alone. */
export function readContent(url: string): Promise<Content> {
  return withClient(url, async (client) => {
    // Of tables that were just filled and never looked at, the planner takes a loop in a loop: a quarter of an hour.
    await client.query("ANALYZE");
    return askOne<Content>(
      client,
      // Each table is read once: looked up person by person it takes minutes where no statistics are yet.
      `WITH member AS (
         SELECT m.account_id, string_agg(g.name, ',' ORDER BY g.name) AS groups
           FROM membership m JOIN "group" g ON g.id = m.group_id GROUP BY 1),
       mail AS (SELECT account_id, count(*) AS mails FROM message WHERE kind = 'welcome' GROUP BY 1),
       person AS (
         SELECT concat_ws('|', ad.key, a.full_name, d.name, member.groups, coalesce(mail.mails, 0)) AS line
           FROM account a JOIN address ad ON ad.account_id = a.id LEFT JOIN department d ON d.id = a.department_id
           LEFT JOIN member ON member.account_id = a.id LEFT JOIN mail ON mail.account_id = a.id
          WHERE a.source = 'IMPORTED')
       SELECT count(*)::int AS accounts, md5(string_agg(line, chr(10) ORDER BY line COLLATE "C")) AS digest,
              (SELECT count(*)::int FROM membership) AS memberships,
              (SELECT count(*)::int FROM message WHERE kind = 'welcome') AS mails
         FROM person`,
    );
  });
}

/** Every row of the tables of people by its place and the transaction that wrote it: an update of any kind changes both. */
const rowsSql = `
  SELECT 'account' AS "table", ctid::text AS place, xmin::text AS writer FROM account WHERE source = 'IMPORTED'
  UNION ALL SELECT 'address', ctid::text, xmin::text FROM address
  UNION ALL SELECT 'membership', ctid::text, xmin::text FROM membership
  UNION ALL SELECT 'department', ctid::text, xmin::text FROM department
  UNION ALL SELECT 'group', ctid::text, xmin::text FROM "group"
  UNION ALL SELECT 'message', ctid::text, xmin::text FROM message
  UNION ALL SELECT 'change', ctid::text, xmin::text FROM change`;

/** Remembers every row as it is now, for `countWrites`. */
export async function markRows(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query("DROP SCHEMA IF EXISTS bench CASCADE");
    await client.query("CREATE SCHEMA bench");
    await client.query(`CREATE TABLE bench.mark AS ${rowsSql}`);
  });
}

/** Rows that were inserted, changed or deleted since, by table; empty when nothing was. */
export async function countWrites(url: string): Promise<Record<string, number>> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ table: string; count: number }>(
      `WITH now AS (${rowsSql}), different AS (
         (TABLE now EXCEPT TABLE bench.mark) UNION ALL (TABLE bench.mark EXCEPT TABLE now))
       SELECT "table", count(*)::int AS count FROM different GROUP BY 1 ORDER BY 1`,
    );
    return Object.fromEntries(rows.map(({ table, count }) => [table, count]));
  });
}
