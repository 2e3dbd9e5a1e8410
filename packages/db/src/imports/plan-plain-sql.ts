/**
 * The plan of ordinary rows, which are most rows of most files: an address, a name, a department and groups, nothing to weigh and
 * nobody else concerned. The same meaning as plan-sql.ts for a fraction of the time; what it does not take, that one plans. It must
 * run into an import without plan rows.
 *
 * What is looked up goes into tables of its own by CREATE TABLE AS, of tables that last: that alone PostgreSQL does on all cores.
 */

const fromTo = (from: string, to: string): string =>
  `jsonb_strip_nulls(jsonb_build_object('from', ${from}, 'to', ${to}))`;
const renamed = "a.id IS NOT NULL AND r.full_name IS NOT NULL AND r.full_name IS DISTINCT FROM a.full_name";
const moved =
  "a.id IS NOT NULL AND r.department_key IS NOT NULL AND r.department_key IS DISTINCT FROM d.name_key";

/** What a row is compared with; in mode create existing accounts are left alone. */
const compared = `a.version, coalesce(a.role = 'ADMINISTRATOR', false) AS is_administrator,
       CASE WHEN ${renamed} THEN ${fromTo("a.full_name", "r.full_name")} END AS renamed,
       CASE WHEN ${moved} THEN ${fromTo("d.name", "r.department")} END AS moved`;

/** The ordinary rows with the account that each means, by its address, and how that differs. $1 import. */
export const matchPlainSql = (compares: boolean): string[] => [
  `DROP TABLE IF EXISTS pg_temp.plan_match`,
  `CREATE TEMP TABLE plan_match ON COMMIT DROP AS
SELECT r.row_no, r.line, r.has_error, r.password_sealed IS NOT NULL AS has_password, h.account_id, h.is_primary,
       CASE WHEN r.full_name IS NULL THEN split_part(r.email, '@', 1) END AS made_name${compares ? `, ${compared}` : ""}
  FROM import_row r LEFT JOIN address h ON h.key = r.email_key
  ${compares ? "LEFT JOIN account a ON a.id = h.account_id LEFT JOIN department d ON d.id = a.department_id" : ""}
 WHERE r.import_id = $1 AND r.extra IS NULL AND r.alias_keys IS NULL AND r.decision IS NULL`,
];

/** Rows whose groups are not those of their account. $1 import, $2 names and $3 keys of groups for all, $4 group mode. */
export const groupChangesSql = (noGroups: boolean): string[] => [
  `DROP TABLE IF EXISTS pg_temp.plan_group`,
  noGroups
    ? `CREATE TEMP TABLE plan_group (row_no int, added jsonb, removed jsonb) ON COMMIT DROP`
    : `CREATE TEMP TABLE plan_group ON COMMIT DROP AS
WITH mine AS NOT MATERIALIZED (
  SELECT r.row_no, h.account_id, r.groups || $2::text[] AS groups, r.group_keys || $3::text[] AS group_keys
    FROM import_row r JOIN address h ON h.key = r.email_key AND h.is_primary
   WHERE r.import_id = $1 AND r.extra IS NULL
), missing AS (
  SELECT n.row_no, jsonb_agg(n.name ORDER BY n.place) AS names
    FROM (SELECT DISTINCT ON (m.row_no, u.key) m.row_no, u.name, u.place
            FROM mine m CROSS JOIN unnest(m.groups, m.group_keys) WITH ORDINALITY AS u(name, key, place)
            LEFT JOIN "group" g ON g.name_key = u.key
           WHERE NOT EXISTS (SELECT FROM membership x WHERE x.account_id = m.account_id AND x.group_id = g.id)
           ORDER BY m.row_no, u.key, u.place) n
   GROUP BY n.row_no
), leaving AS (
  SELECT m.row_no, jsonb_agg(g.name ORDER BY g.name) AS names
    FROM mine m JOIN membership x ON x.account_id = m.account_id JOIN "group" g ON g.id = x.group_id
   WHERE $4::text = 'replace' AND cardinality(m.group_keys) > 0 AND g.name_key <> ALL (m.group_keys)
   GROUP BY m.row_no
)
SELECT row_no, coalesce(a.names, '[]') AS added, coalesce(l.names, '[]') AS removed FROM missing a FULL JOIN leaving l USING (row_no)`,
];

const isUpdate = `(m.account_id IS NOT NULL AND NOT m.has_error AND (m.renamed IS NOT NULL OR m.moved IS NOT NULL OR g.row_no IS NOT NULL))`;

/** `repeats`: some address is claimed twice. */
const plainRows = (repeats: boolean): string => `
 WHERE m.is_primary IS DISTINCT FROM false
   ${repeats ? "AND NOT EXISTS (SELECT FROM plan_repeat x WHERE x.row_no = m.row_no)" : ""}`;

const isCreated = "m.account_id IS NULL AND NOT m.has_error";
const created = `CASE WHEN ${isCreated} THEN nextval('account_id_seq') ELSE m.account_id END`;
const createdName = `CASE WHEN ${isCreated} AND m.made_name IS NOT NULL
            THEN jsonb_build_object('fullName', jsonb_build_object('to', m.made_name)) END`;

/** Mode create, where existing accounts are left alone. */
export const planPlainCreateSql = (repeats: boolean): string => `
INSERT INTO import_plan_row (import_id, row_no, outcome, reason, account_id, changes)
SELECT $1, m.row_no, (CASE WHEN m.has_error THEN 'PROBLEM' WHEN m.account_id IS NULL THEN 'CREATE' ELSE 'SKIP' END)::"Outcome",
       CASE WHEN m.account_id IS NOT NULL AND NOT m.has_error THEN 'exists' END, ${created}, ${createdName}
  FROM plan_match m
${plainRows(repeats)}
 ORDER BY m.row_no`;

/** Modes upsert and update. $1 import, $2 mode, $3 PlanRules. */
export const planPlainSql = (repeats: boolean): string => `
INSERT INTO import_plan_row (import_id, row_no, outcome, reason, account_id, account_version, changes, problems)
SELECT $1, m.row_no,
       (CASE WHEN m.has_error THEN 'PROBLEM' WHEN m.account_id IS NULL THEN CASE WHEN $2 = 'update' THEN 'SKIP' ELSE 'CREATE' END
             WHEN ${isUpdate} THEN 'UPDATE' ELSE 'UNCHANGED' END)::"Outcome",
       CASE WHEN ${isCreated} AND $2 = 'update' THEN 'missing' END,
       CASE WHEN $2 = 'update' THEN m.account_id ELSE ${created} END,
       CASE WHEN ${isUpdate} THEN m.version END,
       CASE WHEN ${isUpdate} THEN jsonb_strip_nulls(jsonb_build_object('fullName', m.renamed, 'department', m.moved,
              'groups', CASE WHEN g.row_no IS NOT NULL THEN jsonb_build_object('add', g.added, 'remove', g.removed) END))
            WHEN $2 <> 'update' THEN ${createdName} END,
       CASE WHEN m.account_id IS NOT NULL AND NOT m.has_error AND m.has_password
            THEN jsonb_build_array(jsonb_build_object('line', m.line, 'column', $3::jsonb->'headers'->>'password', 'field', 'password',
                   'code', 'password.ignored', 'severity', 'info', 'params', '{}'::jsonb, 'fix', NULL)) END
  FROM plan_match m LEFT JOIN plan_group g ON g.row_no = m.row_no
${plainRows(repeats)} AND NOT m.is_administrator AND (m.account_id IS NULL OR $3::jsonb->>'note' IS NULL)
 ORDER BY m.row_no`;
