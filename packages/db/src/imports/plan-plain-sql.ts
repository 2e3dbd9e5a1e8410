/**
 * The plan of ordinary rows, which are most rows of most files: an address, a name, a department and groups, nothing to weigh and
 * nobody else concerned. The same meaning as plan-sql.ts for a fraction of the time; what it does not take, that one plans. It must
 * run into an import without plan rows.
 */

/** The account of every row, by its address; and nothing of rows that plan-sql.ts is to look at. $1 import. */
export const matchPlainSql = [
  `DROP TABLE IF EXISTS pg_temp.plan_match`,
  `CREATE TEMP TABLE plan_match (row_no int NOT NULL, account_id bigint NOT NULL, is_primary boolean NOT NULL) ON COMMIT DROP`,
  `INSERT INTO plan_match SELECT r.row_no, h.account_id, h.is_primary FROM import_row r JOIN address h ON h.key = r.email_key WHERE r.import_id = $1`,
];

/** Rows whose groups are not those of their account. $1 import, $2 names and $3 keys of groups for all, $4 group mode. */
export const groupChangesSql = (noGroups: boolean): string[] => [
  `DROP TABLE IF EXISTS pg_temp.plan_group`,
  `CREATE TEMP TABLE plan_group (row_no int PRIMARY KEY, added jsonb, removed jsonb) ON COMMIT DROP`,
  ...(noGroups
    ? []
    : [
        `INSERT INTO plan_group
WITH given AS NOT MATERIALIZED (
  SELECT r.row_no, m.account_id, u.name, u.key, u.place
    FROM plan_match m JOIN import_row r ON r.import_id = $1 AND r.row_no = m.row_no,
         unnest(r.groups || $2::text[], r.group_keys || $3::text[]) WITH ORDINALITY AS u(name, key, place)
   WHERE r.extra IS NULL
), missing AS (
  SELECT n.row_no, jsonb_agg(n.name ORDER BY n.place) AS names
    FROM (SELECT DISTINCT ON (v.row_no, v.key) v.row_no, v.name, v.place
            FROM given v LEFT JOIN "group" g ON g.name_key = v.key
           WHERE NOT EXISTS (SELECT FROM membership x WHERE x.account_id = v.account_id AND x.group_id = g.id)
           ORDER BY v.row_no, v.key, v.place) n
   GROUP BY n.row_no
), leaving AS (
  SELECT m.row_no, jsonb_agg(g.name ORDER BY g.name) AS names
    FROM plan_match m JOIN import_row r ON r.import_id = $1 AND r.row_no = m.row_no
    JOIN membership x ON x.account_id = m.account_id JOIN "group" g ON g.id = x.group_id
   WHERE $4 = 'replace' AND r.extra IS NULL AND cardinality(r.group_keys || $3::text[]) > 0 AND g.name_key <> ALL (r.group_keys || $3::text[])
   GROUP BY m.row_no
)
SELECT row_no, coalesce(a.names, '[]'), coalesce(l.names, '[]') FROM missing a FULL JOIN leaving l USING (row_no)`,
      ]),
];

const fromTo = (from: string, to: string): string =>
  `jsonb_strip_nulls(jsonb_build_object('from', ${from}, 'to', ${to}))`;
const renamed = "r.full_name IS NOT NULL AND r.full_name IS DISTINCT FROM a.full_name";
const moved = "r.department_key IS NOT NULL AND r.department_key IS DISTINCT FROM d.name_key";
const isUpdate = `(a.id IS NOT NULL AND NOT r.has_error AND (${renamed} OR ${moved} OR g.row_no IS NOT NULL))`;

/** `repeats`: some address is claimed twice. */
const plainRows = (repeats: boolean): string => `
 WHERE r.import_id = $1 AND r.extra IS NULL AND r.alias_keys IS NULL AND r.decision IS NULL
   ${repeats ? "AND NOT EXISTS (SELECT FROM plan_repeat x WHERE x.row_no = r.row_no)" : ""}`;

const created = `CASE WHEN m.row_no IS NULL AND NOT r.has_error THEN nextval('account_id_seq') ELSE m.account_id END`;
const createdName = `CASE WHEN m.row_no IS NULL AND NOT r.has_error AND r.full_name IS NULL
            THEN jsonb_build_object('fullName', jsonb_build_object('to', split_part(r.email, '@', 1))) END`;

/** Mode create, where existing accounts are left alone. */
export const planPlainCreateSql = (repeats: boolean): string => `
INSERT INTO import_plan_row (import_id, row_no, outcome, reason, account_id, changes)
SELECT $1, r.row_no, (CASE WHEN r.has_error THEN 'PROBLEM' WHEN m.row_no IS NULL THEN 'CREATE' ELSE 'SKIP' END)::"Outcome",
       CASE WHEN m.row_no IS NOT NULL AND NOT r.has_error THEN 'exists' END, ${created}, ${createdName}
  FROM import_row r LEFT JOIN plan_match m ON m.row_no = r.row_no
${plainRows(repeats)} AND m.is_primary IS DISTINCT FROM false
 ORDER BY r.row_no`;

/** Modes upsert and update. $1 import, $2 mode, $3 PlanRules. */
export const planPlainSql = (repeats: boolean): string => `
INSERT INTO import_plan_row (import_id, row_no, outcome, reason, account_id, account_version, changes, problems)
SELECT $1, r.row_no,
       (CASE WHEN r.has_error THEN 'PROBLEM' WHEN m.row_no IS NULL THEN CASE WHEN $2 = 'update' THEN 'SKIP' ELSE 'CREATE' END
             WHEN ${isUpdate} THEN 'UPDATE' ELSE 'UNCHANGED' END)::"Outcome",
       CASE WHEN m.row_no IS NULL AND NOT r.has_error AND $2 = 'update' THEN 'missing' END,
       CASE WHEN $2 = 'update' THEN m.account_id ELSE ${created} END,
       CASE WHEN ${isUpdate} THEN a.version END,
       CASE WHEN ${isUpdate} THEN jsonb_strip_nulls(jsonb_build_object(
              'fullName', CASE WHEN ${renamed} THEN ${fromTo("a.full_name", "r.full_name")} END,
              'department', CASE WHEN ${moved} THEN ${fromTo("d.name", "r.department")} END,
              'groups', CASE WHEN g.row_no IS NOT NULL THEN jsonb_build_object('add', g.added, 'remove', g.removed) END))
            WHEN $2 <> 'update' THEN ${createdName} END,
       CASE WHEN m.row_no IS NOT NULL AND NOT r.has_error AND r.password_sealed IS NOT NULL
            THEN jsonb_build_array(jsonb_build_object('line', r.line, 'column', $3::jsonb->'headers'->>'password', 'field', 'password',
                   'code', 'password.ignored', 'severity', 'info', 'params', '{}'::jsonb, 'fix', NULL)) END
  FROM import_row r
  LEFT JOIN plan_match m ON m.row_no = r.row_no
  LEFT JOIN account a ON a.id = m.account_id
  LEFT JOIN department d ON d.id = a.department_id
  LEFT JOIN plan_group g ON g.row_no = r.row_no
${plainRows(repeats)} AND m.is_primary IS DISTINCT FROM false AND a.role IS DISTINCT FROM 'ADMINISTRATOR'
   AND (m.row_no IS NULL OR $3::jsonb->>'note' IS NULL)
 ORDER BY r.row_no`;
