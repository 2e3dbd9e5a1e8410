/** Whether two databases hold the same people, departments, memberships and mails; and how much was written to one of them. */
import { setTimeout as pause } from "node:timers/promises";
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
  return withClient(url, (client) =>
    askOne<Content>(
      client,
      `WITH person AS (
         SELECT concat_ws('|', ad.key, a.full_name, d.name,
                  (SELECT string_agg(g.name, ',' ORDER BY g.name) FROM membership m JOIN "group" g ON g.id = m.group_id
                    WHERE m.account_id = a.id),
                  (SELECT count(*) FROM message s WHERE s.account_id = a.id AND s.kind = 'welcome')) AS line
           FROM account a JOIN address ad ON ad.account_id = a.id LEFT JOIN department d ON d.id = a.department_id
          WHERE a.source = 'IMPORTED')
       SELECT count(*)::int AS accounts, md5(string_agg(line, chr(10) ORDER BY line COLLATE "C")) AS digest,
              (SELECT count(*)::int FROM membership) AS memberships,
              (SELECT count(*)::int FROM message WHERE kind = 'welcome') AS mails
         FROM person`,
    ),
  );
}

/** Rows inserted, changed and deleted in the tables of people since the server's figures began. */
export async function countWrites(url: string): Promise<number> {
  // Processes report what they did within a second of doing it.
  await pause(1_500);
  const { writes } = await withClient(url, (client) =>
    askOne<{ writes: number }>(
      client,
      `SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::int AS writes FROM pg_stat_user_tables
        WHERE relname IN ('account', 'address', 'membership', 'department', 'group', 'message', 'change')`,
    ),
  );
  return writes;
}
