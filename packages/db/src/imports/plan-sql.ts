/**
 * The planner, as set-based SQL: what would happen to every staged row, against live data. One statement, whatever the
 * number of rows. Its meaning in plain TypeScript is plan-reference.ts; a property test holds the two together.
 *
 * Parameters: $1 import, $2 mode, $3 group mode, $4 names and $5 keys of the groups every row is put into,
 * $6 header of the address column, $7 header of the password column, $8 whether administrators are left alone.
 */
export const planRowsSql = `
INSERT INTO import_plan_row (import_id, row_no, outcome, reason, account_id, account_version, changes, problems)
WITH staged AS (
  SELECT r.row_no, r.line, r.has_error, r.email, r.email_key, r.full_name, r.department, r.department_key,
         r.groups || $4::text[] AS groups, r.group_keys || $5::text[] AS group_keys,
         r.password_sealed IS NOT NULL AS has_password,
         row_number() OVER same AS nth, first_value(r.line) OVER same AS first_line
    FROM import_row r
   WHERE r.import_id = $1
  WINDOW same AS (PARTITION BY r.email_key ORDER BY r.row_no)
), matched AS (
  SELECT s.*, s.email_key IS NOT NULL AND s.nth > 1 AS is_duplicate,
         a.id AS account_id, a.version, a.role, a.full_name AS old_name,
         held.is_primary, d.name AS old_department, d.name_key AS old_department_key
    FROM staged s
    LEFT JOIN address held ON held.key = s.email_key
    LEFT JOIN account a ON a.id = held.account_id
    LEFT JOIN department d ON d.id = a.department_id
), member AS (
  SELECT m.account_id, array_agg(g.name_key) AS keys, array_agg(g.name ORDER BY g.name) AS names
    FROM membership m JOIN "group" g ON g.id = m.group_id
   WHERE $2 <> 'create' AND m.account_id IN (SELECT account_id FROM matched WHERE account_id IS NOT NULL)
   GROUP BY m.account_id
), judged AS (
  SELECT m.*, coalesce(g.keys, '{}') AS old_keys, coalesce(g.names, '{}') AS old_names,
         CASE
           WHEN m.has_error OR m.is_duplicate OR (m.account_id IS NOT NULL AND NOT m.is_primary) THEN 'PROBLEM'
           WHEN m.account_id IS NULL THEN CASE WHEN $2 = 'update' THEN 'SKIP' ELSE 'CREATE' END
           WHEN $2 = 'create' THEN 'SKIP'
           WHEN $8::boolean AND m.role = 'ADMINISTRATOR' THEN 'SKIP'
           ELSE 'UPDATE'
         END AS verdict
    FROM matched m LEFT JOIN member g ON g.account_id = m.account_id
), compared AS (
  SELECT j.*,
         CASE WHEN j.verdict = 'UPDATE' THEN jsonb_strip_nulls(jsonb_build_object(
           'fullName', CASE WHEN j.full_name IS NOT NULL AND j.full_name IS DISTINCT FROM j.old_name
                            THEN jsonb_build_object('from', j.old_name, 'to', j.full_name) END,
           'department', CASE WHEN j.department_key IS NOT NULL AND j.department_key IS DISTINCT FROM j.old_department_key
                              THEN jsonb_build_object('from', j.old_department, 'to', j.department) END,
           'groups', CASE
             WHEN coalesce(cardinality(j.group_keys), 0) = 0 THEN NULL
             WHEN j.group_keys <@ j.old_keys AND ($3 = 'add' OR j.old_keys <@ j.group_keys) THEN NULL
             ELSE jsonb_build_object(
               'add', coalesce((SELECT jsonb_agg(u.name ORDER BY u.place)
                                  FROM (SELECT DISTINCT ON (n.key) n.name, n.key, n.place
                                          FROM unnest(j.groups, j.group_keys) WITH ORDINALITY AS n(name, key, place)
                                         WHERE n.key <> ALL (j.old_keys) ORDER BY n.key, n.place) u), '[]'),
               'remove', CASE WHEN $3 = 'replace' THEN
                 coalesce((SELECT jsonb_agg(g.name ORDER BY g.name)
                             FROM membership m JOIN "group" g ON g.id = m.group_id
                            WHERE m.account_id = j.account_id AND g.name_key <> ALL (j.group_keys)), '[]')
                 ELSE '[]'::jsonb END)
           END)) END AS changes
    FROM judged j
)
SELECT $1, c.row_no,
       (CASE WHEN c.verdict = 'UPDATE' AND c.changes = '{}' THEN 'UNCHANGED' ELSE c.verdict END)::"Outcome",
       CASE WHEN c.verdict = 'SKIP' THEN
         CASE WHEN c.account_id IS NULL THEN 'missing' WHEN $2 = 'create' THEN 'exists' ELSE 'administrator' END END,
       CASE WHEN c.verdict = 'CREATE' THEN nextval('account_id_seq') ELSE c.account_id END,
       CASE WHEN c.verdict = 'CREATE' THEN NULL ELSE c.version END,
       CASE WHEN c.changes = '{}' THEN NULL ELSE c.changes END,
       CASE
         WHEN c.is_duplicate THEN jsonb_build_array(jsonb_build_object(
           'line', c.line, 'column', $6::text, 'field', 'email', 'code', 'email.duplicate', 'severity', 'error',
           'params', jsonb_build_object('value', c.email, 'firstLine', c.first_line), 'fix', NULL))
         WHEN c.account_id IS NOT NULL AND NOT c.is_primary THEN jsonb_build_array(jsonb_build_object(
           'line', c.line, 'column', $6::text, 'field', 'email', 'code', 'email.taken', 'severity', 'error',
           'params', jsonb_build_object('value', c.email, 'by', c.old_name), 'fix', NULL))
         WHEN c.verdict = 'UPDATE' AND c.has_password THEN jsonb_build_array(jsonb_build_object(
           'line', c.line, 'column', $7::text, 'field', 'password', 'code', 'password.ignored', 'severity', 'info',
           'params', '{}'::jsonb, 'fix', NULL))
       END
  FROM compared c
 ORDER BY c.row_no`;

/** Counts by outcome. $1 import. */
export const summarySql = `
SELECT outcome::text, count(*)::int AS rows FROM import_plan_row WHERE import_id = $1 GROUP BY outcome`;

/** Departments and groups that rows to be applied ask for and that do not exist. $1 import. */
export const createsSql = `
WITH applied AS (
  SELECT r.row_no, r.line, r.department_key, r.group_keys
    FROM import_row r JOIN import_plan_row p USING (import_id, row_no)
   WHERE r.import_id = $1 AND p.outcome IN ('CREATE', 'UPDATE')
), wanted AS (
  SELECT 'department' AS kind, a.department_key AS key, min(a.row_no) AS row_no
    FROM applied a WHERE a.department_key IS NOT NULL GROUP BY a.department_key
  UNION ALL
  SELECT 'group', u.key, min(a.row_no) FROM applied a, unnest(a.group_keys) AS u(key) GROUP BY u.key
)
SELECT w.kind, w.key, r.line,
       CASE w.kind WHEN 'department' THEN r.department ELSE r.groups[array_position(r.group_keys, w.key)] END AS name
  FROM wanted w JOIN import_row r ON r.import_id = $1 AND r.row_no = w.row_no
 WHERE NOT EXISTS (SELECT FROM department d WHERE w.kind = 'department' AND d.name_key = w.key)
   AND NOT EXISTS (SELECT FROM "group" g WHERE w.kind = 'group' AND g.name_key = w.key)
 ORDER BY r.line, w.kind, name`;

/** Whether a new account gets a welcome mail: r is import_row, $2 the mail option. */
export const wantsMail = `CASE $2 WHEN 'always' THEN true WHEN 'never' THEN false ELSE coalesce(r.send_welcome, false) END`;

/** What else will happen. $1 import, $2 mail option. */
export const consequencesSql = `
SELECT count(*) FILTER (WHERE p.outcome = 'CREATE' AND ${wantsMail})::int AS mails,
       count(*) FILTER (WHERE p.outcome = 'CREATE' AND r.password_sealed IS NULL AND ${wantsMail})::int AS links,
       count(*) FILTER (WHERE p.outcome = 'CREATE' AND r.password_sealed IS NULL AND NOT ${wantsMail})::int AS "noWayIn",
       coalesce(sum((SELECT count(*) FROM jsonb_object_keys(p.changes))) FILTER (WHERE p.outcome = 'UPDATE'), 0)::int AS "valuesChanged"
  FROM import_row r JOIN import_plan_row p USING (import_id, row_no)
 WHERE r.import_id = $1`;

/** A figure that changes when any row's plan does, whatever the order of rows. $1 import. */
export const fingerprintSql = `
SELECT count(*)::text || '-' || coalesce(to_hex(bit_xor(hashtextextended(
         concat_ws('|', row_no, outcome, reason, account_version, changes::text, problems::text,
                   CASE WHEN outcome <> 'CREATE' THEN account_id END), 7))), '0') AS fingerprint
  FROM import_plan_row WHERE import_id = $1`;
