/**
 * What a plan says as a whole, once every row's outcome stands: counts, what is created, who leaves a group, what else will
 * happen. $1 is always the import.
 */

/** Counts by outcome. */
export const summarySql = `
SELECT outcome::text, count(*)::int AS rows FROM import_plan_row WHERE import_id = $1 GROUP BY outcome`;

/**
 * Rows after which no Master could sign in any more; run after the rows are planned, where Masters are few. $2: PlanRules.
 * All of them are held, since none of them may be the last.
 */
export const holdLastMastersSql = `
WITH able AS (
  SELECT id FROM account WHERE role = 'ADMINISTRATOR' AND admin_role = 'MASTER' AND enabled AND NOT locked_out
), losing AS (
  SELECT p.row_no, a.id FROM able a JOIN import_plan_row p ON p.import_id = $1 AND p.account_id = a.id
   WHERE p.outcome = 'UPDATE' AND (p.changes ? 'adminRole' OR p.changes ? 'enabled' OR p.changes ? 'lockedOut')
)
UPDATE import_plan_row p
   SET outcome = 'PROBLEM', changes = NULL,
       problems = coalesce(p.problems, '[]') || jsonb_build_object('line', r.line, 'column', $2::jsonb->'headers'->>'role',
         'field', 'role', 'code', 'last-master', 'severity', 'error', 'params', '{}'::jsonb, 'fix', NULL)
  FROM losing JOIN import_row r ON r.import_id = $1 AND r.row_no = losing.row_no
 WHERE p.import_id = $1 AND p.row_no = losing.row_no AND NOT EXISTS (SELECT FROM able WHERE id NOT IN (SELECT id FROM losing))`;

/**
 * Members of the import's groups whom no row of the file names, whatever became of that row: in group mode replace the file is
 * the member list. Accounts above $3, the rank it is planned for, stay. $2 keys of the groups.
 */
export const listRemovalsSql = `
INSERT INTO import_removal (import_id, account_id, group_id, address_key, email, group_name)
SELECT $1, m.account_id, g.id, h.key, h.email, g.name
  FROM "group" g JOIN membership m ON m.group_id = g.id JOIN account a ON a.id = m.account_id
  JOIN address h ON h.account_id = a.id AND h.is_primary
 WHERE g.name_key = ANY ($2::text[]) AND account_rank(a.role, a.admin_role) >= $3::int
   AND NOT EXISTS (SELECT FROM import_plan_row p WHERE p.import_id = $1 AND p.account_id = a.id)
 ORDER BY h.key, g.id`;

/**
 * Departments, groups and attributes that rows to be applied ask for and that do not exist. $2: {attribute's key: name},
 * $3: whether the groups of rows are left aside.
 */
export const createsSql = `
WITH applied AS (
  SELECT r.row_no, r.line, r.department_key, CASE WHEN NOT $3::boolean THEN r.group_keys END AS group_keys, r.extra
    FROM import_row r JOIN import_plan_row p USING (import_id, row_no)
   WHERE r.import_id = $1 AND p.outcome IN ('CREATE', 'UPDATE')
), wanted AS (
  SELECT 'department' AS kind, a.department_key AS key, min(a.row_no) AS row_no
    FROM applied a WHERE a.department_key IS NOT NULL GROUP BY a.department_key
  UNION ALL
  SELECT 'group', u.key, min(a.row_no) FROM applied a, unnest(a.group_keys) AS u(key) GROUP BY u.key
  UNION ALL
  SELECT 'attribute', substr(e.key, 11), min(a.row_no) FROM applied a, jsonb_each(a.extra) AS e
   WHERE a.extra IS NOT NULL AND e.key LIKE 'attribute:%' AND e.value <> 'null' GROUP BY 2
)
SELECT w.kind, w.key, r.line,
       CASE w.kind WHEN 'department' THEN r.department WHEN 'group' THEN r.groups[array_position(r.group_keys, w.key)]
                   ELSE coalesce($2::jsonb->>w.key, w.key) END AS name
  FROM wanted w JOIN import_row r ON r.import_id = $1 AND r.row_no = w.row_no
 WHERE NOT EXISTS (SELECT FROM department d WHERE w.kind = 'department' AND d.name_key = w.key)
   AND NOT EXISTS (SELECT FROM "group" g WHERE w.kind = 'group' AND g.name_key = w.key)
   AND NOT EXISTS (SELECT FROM attribute t WHERE w.kind = 'attribute' AND t.name_key = w.key)
 ORDER BY r.line, w.kind, name`;

/** The names there are of a kind of thing, for pointing out near ones. */
export const namesSql = {
  department: `SELECT name FROM department ORDER BY name_key`,
  group: `SELECT name FROM "group" ORDER BY name_key`,
  attribute: `SELECT name FROM attribute ORDER BY name_key`,
  plan: `SELECT name FROM service_plan ORDER BY name_key`,
} as const;

/** Plans that rows name and that do not exist: key and name as the file writes it. */
export const unknownPlansSql = `
SELECT r.extra->>'$plan' AS key, min(r.extra->>'plan') AS name FROM import_row r
 WHERE r.import_id = $1 AND r.extra->>'plan' IS NOT NULL
   AND NOT EXISTS (SELECT FROM service_plan s WHERE s.name_key = r.extra->>'$plan')
 GROUP BY 1 LIMIT 1000`;

/** Whether a new account gets a welcome mail: r is import_row, $2 the mail option. Who is made disabled gets none. */
export const wantsMail = `(CASE $2 WHEN 'always' THEN true WHEN 'never' THEN false ELSE coalesce(r.send_welcome, false) END
  AND coalesce(r.extra->>'enabled', 'true') <> 'false')`;

/** What else will happen, as numbers. $2 mail option. */
export const consequencesSql = `
SELECT count(*) FILTER (WHERE p.outcome = 'CREATE' AND ${wantsMail})::int AS mails,
       count(*) FILTER (WHERE p.outcome = 'CREATE' AND r.password_sealed IS NULL AND ${wantsMail})::int AS links,
       count(*) FILTER (WHERE p.outcome = 'CREATE' AND r.password_sealed IS NULL AND NOT ${wantsMail})::int AS "noWayIn",
       coalesce(sum((SELECT count(*) FROM jsonb_object_keys(p.changes))) FILTER (WHERE p.outcome = 'UPDATE'), 0)::int AS "valuesChanged",
       count(*) FILTER (WHERE p.outcome = 'CREATE' AND (r.extra->>'role' = 'ADMINISTRATOR' OR r.extra->>'role' IS NULL AND r.extra->>'adminRole' IS NOT NULL)
                           OR p.outcome = 'UPDATE' AND p.changes->'role'->>'to' = 'ADMINISTRATOR')::int AS "administratorsMade",
       count(*) FILTER (WHERE p.outcome = 'PROBLEM' AND p.problems @> '[{"code": "role.grant-not-confirmed"}]')::int AS "grantsHeld"
  FROM import_row r JOIN import_plan_row p USING (import_id, row_no)
 WHERE r.import_id = $1`;

/** What happens to accounts that exist, and whose plans are used. */
export const accountConsequencesSql = `
WITH touched AS (
  SELECT p.account_id, p.changes FROM import_plan_row p WHERE p.import_id = $1 AND p.outcome = 'UPDATE'
), manual AS (
  SELECT split_part(h.key, '@', 2) AS domain, count(*) AS accounts
    FROM touched t JOIN account a ON a.id = t.account_id AND a.source = 'DIRECTORY'
    JOIN address h ON h.account_id = a.id AND h.is_primary GROUP BY 1
)
SELECT coalesce((SELECT sum(accounts) FROM manual), 0)::int AS "directoryBecomesManual",
       ARRAY(SELECT d.name FROM manual JOIN domain d ON d.domain_key = manual.domain AND d.recipient_validation = 'DIRECTORY_USERS'
              ORDER BY d.domain_key) AS "directoryDomains",
       (SELECT count(DISTINCT s.account_id) FROM touched t JOIN session s ON s.account_id = t.account_id
         WHERE (t.changes->'enabled'->>'to' = 'false' OR t.changes->'lockedOut'->>'to' = 'true')
           AND s.ended_at IS NULL AND s.expires_at > now())::int AS "sessionsEnded",
       (SELECT count(*) FROM import_removal x WHERE x.import_id = $1)::int AS removals,
       coalesce((SELECT jsonb_agg(jsonb_build_object('plan', u.plan, 'accounts', u.accounts) ORDER BY u.plan) FROM (
         SELECT s.name AS plan, count(*)::int AS accounts
           FROM import_plan_row p JOIN import_row r USING (import_id, row_no)
           JOIN service_plan s ON s.name_key = r.extra->>'$plan' OR (r.extra->>'$plan' IS NULL AND s.name = p.changes->'plan'->>'to')
          WHERE p.import_id = $1 AND (p.outcome = 'CREATE' OR p.outcome = 'UPDATE' AND p.changes ? 'plan') GROUP BY s.name) u), '[]') AS "plansUsed"`;

/** Accounts whose policy is another one once their groups have changed; asked only where some group carries one. */
export const policyChangesSql = `
WITH moved AS (
  SELECT p.account_id, coalesce(p.changes->'groups'->'add', '[]') AS added, coalesce(p.changes->'groups'->'remove', '[]') AS removed
    FROM import_plan_row p WHERE p.import_id = $1 AND p.outcome = 'UPDATE' AND p.changes ? 'groups'
  UNION ALL
  SELECT x.account_id, '[]', jsonb_agg(x.group_name) FROM import_removal x WHERE x.import_id = $1 GROUP BY x.account_id
)
SELECT count(*)::int AS "policyChanges" FROM moved v
 WHERE (SELECT g.policy_id FROM membership m JOIN "group" g ON g.id = m.group_id
         WHERE m.account_id = v.account_id AND g.policy_id IS NOT NULL ORDER BY g.name_key, g.id LIMIT 1)
       IS DISTINCT FROM
       (SELECT g.policy_id FROM "group" g
         WHERE g.policy_id IS NOT NULL AND (v.added ? g.name OR NOT v.removed ? g.name
               AND EXISTS (SELECT FROM membership m WHERE m.account_id = v.account_id AND m.group_id = g.id))
         ORDER BY g.name_key, g.id LIMIT 1)`;

/** The first of the codes $2 that any row has, whatever else becomes of it; none = the file may be carried out. */
export const stoppedSql = `
SELECT each.problem->>'code' AS code
  FROM import_row r JOIN import_plan_row p USING (import_id, row_no),
       jsonb_array_elements(coalesce(r.problems, '[]') || coalesce(p.problems, '[]')) AS each(problem)
 WHERE r.import_id = $1 AND (r.problems IS NOT NULL OR p.problems IS NOT NULL) AND each.problem->>'code' = ANY ($2::text[])
 ORDER BY r.row_no LIMIT 1`;

/** A figure that changes when any row's plan does, whatever the order of rows; removals count. */
export const fingerprintSql = `
SELECT count(*)::text || '-' || coalesce(to_hex(bit_xor(hashtextextended(
         concat_ws('|', row_no, outcome, reason, account_version, changes::text, problems::text,
                   CASE WHEN outcome <> 'CREATE' THEN account_id END), 7))), '0')
       || coalesce((SELECT '-' || to_hex(bit_xor(hashtextextended(concat_ws('|', account_id, group_id), 7)))
                      FROM import_removal WHERE import_id = $1), '') AS fingerprint
  FROM import_plan_row WHERE import_id = $1`;
