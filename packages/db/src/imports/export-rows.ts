/**
 * Accounts as a stream for exports, ordered by address so that the same accounts give the same bytes. Reads through a
 * cursor in one snapshot: constant memory, and nobody appears twice.
 */
import type { Database } from "../client";

export interface ExportedAccount {
  email: string;
  fullName: string;
  department: string | null;
  /** ordered by name */
  groups: string[];
  role: "ADMINISTRATOR" | "USER";
}

const batch = 5_000;
const ignoreLost = (): void => undefined;

/** `groupKey` limits to the members of one group; lists and persons alike. */
export async function* streamAccounts(
  database: Database,
  groupKey: string | null,
): AsyncGenerator<ExportedAccount[]> {
  const client = await database.pool.connect();
  let clean = false;
  // Told again by the next FETCH; the listener only keeps a lost connection from ending the process.
  client.on("error", ignoreLost);
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(
      `DECLARE exported NO SCROLL CURSOR FOR
       SELECT p.email, a.full_name AS "fullName", d.name AS department, a.role::text AS role,
              ARRAY(SELECT g.name FROM membership m JOIN "group" g ON g.id = m.group_id
                     WHERE m.account_id = a.id ORDER BY g.name_key) AS groups
         FROM address p JOIN account a ON a.id = p.account_id LEFT JOIN department d ON d.id = a.department_id
        WHERE p.is_primary AND (${
          groupKey === null
            ? "true"
            : `EXISTS (SELECT FROM membership m JOIN "group" g ON g.id = m.group_id
                                      WHERE m.account_id = a.id AND g.name_key = ${client.escapeLiteral(groupKey)})`
        })
        ORDER BY p.key COLLATE "C"`,
    );
    for (;;) {
      const page = await client.query<ExportedAccount>(`FETCH ${batch} FROM exported`);
      if (page.rows.length === 0) break;
      yield page.rows;
    }
    await client.query("COMMIT");
    clean = true;
  } finally {
    client.off("error", ignoreLost);
    client.release(!clean);
  }
}

/** The most groups any account (of the group, or at all) is in: how many Group columns an export needs. */
export async function countMostGroups(database: Database, groupKey: string | null): Promise<number> {
  const rows = await database.pool.query<{ most: number | null }>(
    `SELECT max(n)::int AS most FROM (
       SELECT count(*) AS n FROM membership m
        WHERE $1::text IS NULL OR EXISTS (SELECT FROM membership o JOIN "group" g ON g.id = o.group_id
                                           WHERE o.account_id = m.account_id AND g.name_key = $1)
        GROUP BY m.account_id) counted`,
    [groupKey],
  );
  return rows.rows[0]?.most ?? 0;
}
