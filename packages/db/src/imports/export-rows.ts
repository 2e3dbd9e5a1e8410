/**
 * Accounts as a stream for exports, ordered by address so that the same accounts give the same bytes. Reads through a
 * cursor in one snapshot: constant memory, and nobody appears twice. What an export must make room for, and what it would
 * lose, is counted by the same filter.
 */
import type { Database } from "../client";
import { filterSql, Parameters, searchSql, type AccountFilter } from "../queries/account-filter";

export interface ExportedAccount {
  email: string;
  username: string | null;
  fullName: string;
  givenName: string | null;
  middleName: string | null;
  familyName: string | null;
  department: string | null;
  /** ordered by name */
  groups: string[];
  /** ordered by address */
  aliases: string[];
  role: "ADMINISTRATOR" | "USER";
  adminRole: "MASTER" | "MIGRATION" | "SUPER" | "FULL" | "BASIC" | "HELPDESK" | "GATEWAY" | null;
  plan: string | null;
  phone: string | null;
  contactEmail: string | null;
  description: string | null;
  enabled: boolean;
  lockedOut: boolean;
  mustChangePassword: boolean;
  passwordNeverExpires: boolean;
  pop: boolean | null;
  submit: boolean | null;
  exchange: { domain: string | null; username: string | null } | null;
  accountCode: string | null;
  delegates: string[];
  /** by the attributes' names */
  attributes: Record<string, string>;
  kind: "PERSON" | "LIST";
  note: string | null;
}

/** Which accounts: the conditions of the list of users, and what only exports ask. */
export interface ExportFilter extends AccountFilter {
  words: string[] | null;
  groupKey: string | null;
  domainKey: string | null;
}

const batch = 5_000;
const ignoreLost = (): void => undefined;

function whereSql(filter: ExportFilter, p: Parameters): string {
  const { words, groupKey, domainKey } = filter;
  const where = ["p.is_primary", ...filterSql(filter, p)];
  if (words !== null) where.push(searchSql(words, p));
  if (groupKey !== null) {
    where.push(
      `EXISTS (SELECT FROM membership m JOIN "group" g ON g.id = m.group_id WHERE m.account_id = a.id AND g.name_key = ${p.bind(groupKey)}::text)`,
    );
  }
  if (domainKey !== null) where.push(`split_part(p.key, '@', 2) = ${p.bind(domainKey)}::text`);
  return where.join(" AND ");
}

const selected = `
SELECT p.email, a.username, a.full_name AS "fullName", a.given_name AS "givenName", a.middle_name AS "middleName",
       a.family_name AS "familyName", d.name AS department,
       ARRAY(SELECT g.name FROM membership m JOIN "group" g ON g.id = m.group_id WHERE m.account_id = a.id ORDER BY g.name_key) AS groups,
       ARRAY(SELECT h.email FROM address h WHERE h.account_id = a.id AND NOT h.is_primary ORDER BY h.key COLLATE "C") AS aliases,
       a.role::text AS role, CASE WHEN a.role = 'ADMINISTRATOR' THEN coalesce(a.admin_role, 'BASIC')::text END AS "adminRole",
       s.name AS plan, a.phone, a.contact_email AS "contactEmail", a.description, a.enabled, a.locked_out AS "lockedOut",
       a.must_change_password AS "mustChangePassword", a.password_never_expires AS "passwordNeverExpires", a.pop, a.submit,
       CASE WHEN a.exchange_domain IS NOT NULL OR a.exchange_username IS NOT NULL
            THEN jsonb_build_object('domain', a.exchange_domain, 'username', a.exchange_username) END AS exchange,
       a.account_code AS "accountCode", a.delegates,
       CASE WHEN a.attributes = '{}'::jsonb THEN '{}'::jsonb ELSE
         (SELECT coalesce(jsonb_object_agg(coalesce(t.name, e.key), e.value), '{}')
            FROM jsonb_each_text(a.attributes) e LEFT JOIN attribute t ON t.name_key = e.key) END AS attributes,
       a.kind::text AS kind, p.note
  FROM address p JOIN account a ON a.id = p.account_id LEFT JOIN department d ON d.id = a.department_id
  LEFT JOIN service_plan s ON s.id = a.plan_id`;

/** Lists and persons alike. */
export async function* streamAccounts(
  database: Database,
  filter: ExportFilter,
): AsyncGenerator<ExportedAccount[]> {
  const client = await database.pool.connect();
  const p = new Parameters();
  const text = `DECLARE exported NO SCROLL CURSOR FOR ${selected} WHERE ${whereSql(filter, p)} ORDER BY p.key COLLATE "C"`;
  let clean = false;
  // Told again by the next FETCH; the listener only keeps a lost connection from ending the process.
  client.on("error", ignoreLost);
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(text, p.values);
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

/** How many accounts, the most values that one has of each list, and how many have each field: what an export may lose. */
export interface ExportCount {
  accounts: number;
  groups: number;
  aliases: number;
  delegates: number;
  /** names of the attributes that some account has a value of, by key */
  attributes: string[];
  /** accounts that have it, by importer's field name; fields that everybody has are not counted */
  fields: Record<string, number>;
}

/** When an account says more with a field than one that was just made. */
const fieldSays = {
  username: "a.username IS NOT NULL",
  givenName: "a.given_name IS NOT NULL",
  middleName: "a.middle_name IS NOT NULL",
  familyName: "a.family_name IS NOT NULL",
  department: "a.department_id IS NOT NULL",
  groups: "EXISTS (SELECT FROM membership m WHERE m.account_id = a.id)",
  aliases: "EXISTS (SELECT FROM address h WHERE h.account_id = a.id AND NOT h.is_primary)",
  role: "a.role = 'ADMINISTRATOR'",
  adminRole: "a.role = 'ADMINISTRATOR' AND coalesce(a.admin_role, 'BASIC') <> 'BASIC'",
  plan: "a.plan_id IS NOT NULL",
  phone: "a.phone IS NOT NULL",
  contactEmail: "a.contact_email IS NOT NULL",
  description: "a.description IS NOT NULL",
  enabled: "NOT a.enabled",
  lockedOut: "a.locked_out",
  mustChangePassword: "a.must_change_password",
  passwordNeverExpires: "a.password_never_expires",
  pop: "a.pop IS NOT NULL",
  submit: "a.submit IS NOT NULL",
  exchange: "a.exchange_domain IS NOT NULL OR a.exchange_username IS NOT NULL",
  accountCode: "a.account_code IS NOT NULL",
  delegates: "a.delegates <> '{}'",
  attributes: "a.attributes <> '{}'::jsonb",
  kind: "a.kind <> 'PERSON'",
  note: "p.note IS NOT NULL",
} as const;

export async function countForExport(database: Database, filter: ExportFilter): Promise<ExportCount> {
  const p = new Parameters();
  const counts = Object.entries(fieldSays).map(
    ([field, says]) => `'${field}', count(*) FILTER (WHERE ${says})`,
  );
  const from = "FROM address p JOIN account a ON a.id = p.account_id";
  const where = whereSql(filter, p);
  const counted = await database.pool.query<Omit<ExportCount, "attributes">>(
    `SELECT count(*)::int AS accounts, coalesce(max(cardinality(a.delegates)), 0) AS delegates, jsonb_build_object(${counts.join(", ")}) AS fields,
            coalesce(max((SELECT count(*) FROM membership m WHERE m.account_id = a.id)), 0)::int AS groups,
            coalesce(max((SELECT count(*) FROM address h WHERE h.account_id = a.id AND NOT h.is_primary)), 0)::int AS aliases
       ${from} WHERE ${where}`,
    p.values,
  );
  const attributes = await database.pool.query<{ name: string }>(
    `SELECT coalesce(t.name, k.key) AS name FROM (
       SELECT DISTINCT e.key ${from}, jsonb_object_keys(a.attributes) AS e(key) WHERE a.attributes <> '{}'::jsonb AND ${where}) k
       LEFT JOIN attribute t ON t.name_key = k.key ORDER BY k.key COLLATE "C"`,
    p.values,
  );
  const row = counted.rows[0];
  if (row === undefined) throw new Error("a count returned no row");
  return { ...row, attributes: attributes.rows.map((one) => one.name) };
}
