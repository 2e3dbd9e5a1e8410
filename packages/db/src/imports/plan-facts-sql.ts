/**
 * What a plan says as a whole, once every row's outcome stands: counts, what is created, who leaves a group, what else will
 * happen. $1 is always the import.
 */
import { eachMark } from "./mark-rows-sql";
import { rowsOf, type PlanSource } from "./plan-marks-sql";

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
INSERT INTO import_removal (import_id, account_id, group_id, address_key, email, group_name, version)
SELECT $1, m.account_id, g.id, h.key, h.email, g.name, a.version
  FROM "group" g JOIN membership m ON m.group_id = g.id JOIN account a ON a.id = m.account_id
  JOIN address h ON h.account_id = a.id AND h.is_primary
 WHERE g.name_key = ANY ($2::text[]) AND account_rank(a.role, a.admin_role) >= $3::int
   AND NOT EXISTS (SELECT FROM import_plan_row p WHERE p.import_id = $1 AND p.account_id = a.id)
 ORDER BY h.key, g.id`;

/** Rows to be applied. `every`: all rows of the import are, and nobody need look. */
const applied = (source: PlanSource, every: boolean, more: string): string =>
  every
    ? `import_row r${more} WHERE r.import_id = $1`
    : `${rowsOf[source]}${more === "" ? "" : ` CROSS JOIN ${more.slice(2)}`} WHERE p.outcome IN ('CREATE', 'UPDATE')`;

/** Names that applied rows ask for and that do not exist: how many rows do, and which first. $2: whether the groups of rows are left aside. */
export const wantedNamesSql = (source: PlanSource, extra: boolean, every: boolean): string => `
SELECT 'department' AS kind, r.department_key AS key, count(*)::int AS rows, min(r.row_no) AS "rowNo"
  FROM ${applied(source, every, "")} AND r.department_key IS NOT NULL AND r.department_key NOT IN (SELECT name_key FROM department) GROUP BY 2
UNION ALL
SELECT 'group', u.key, count(*)::int, min(r.row_no)
  FROM ${applied(source, every, ", unnest(r.group_keys) AS u(key)")} AND NOT $2::boolean
   AND u.key NOT IN (SELECT name_key FROM "group") GROUP BY 2
${
  extra
    ? `UNION ALL
SELECT 'attribute', substr(e.key, 11), count(*)::int, min(r.row_no)
  FROM ${applied(source, every, ", jsonb_each(r.extra) AS e")} AND r.extra IS NOT NULL AND e.key LIKE 'attribute:%' AND e.value <> 'null'
   AND substr(e.key, 11) NOT IN (SELECT name_key FROM attribute) GROUP BY 2`
    : ""
}`;

/** Of these, the ones that do not exist, as the first row writes them. $2 kinds, $3 keys, $4 rows, parallel; $5: {attribute's key: name} */
export const newNamesSql = `
SELECT w.kind, w.key, r.line,
       CASE w.kind WHEN 'department' THEN r.department WHEN 'group' THEN r.groups[array_position(r.group_keys, w.key)]
                   ELSE coalesce($5::jsonb->>w.key, w.key) END AS name
  FROM unnest($2::text[], $3::text[], $4::int[]) AS w(kind, key, row_no) JOIN import_row r ON r.import_id = $1 AND r.row_no = w.row_no
 WHERE NOT EXISTS (SELECT FROM department d WHERE w.kind = 'department' AND d.name_key = w.key)
   AND NOT EXISTS (SELECT FROM "group" g WHERE w.kind = 'group' AND g.name_key = w.key)
   AND NOT EXISTS (SELECT FROM attribute t WHERE w.kind = 'attribute' AND t.name_key = w.key)`;

/** The first applied row that asks for one name. $2 key */
export const firstAskerSql = {
  department: `SELECT r.row_no AS "rowNo" FROM ${rowsOf.all} WHERE p.outcome IN ('CREATE', 'UPDATE') AND r.department_key = $2 ORDER BY r.row_no LIMIT 1`,
  group: `SELECT r.row_no AS "rowNo" FROM ${rowsOf.all} WHERE p.outcome IN ('CREATE', 'UPDATE') AND $2 = ANY (r.group_keys) ORDER BY r.row_no LIMIT 1`,
  attribute: `SELECT r.row_no AS "rowNo" FROM ${rowsOf.all} WHERE p.outcome IN ('CREATE', 'UPDATE') AND r.extra->>('attribute:' || $2) IS NOT NULL ORDER BY r.row_no LIMIT 1`,
} as const;

/** The names there are of a kind of thing, for pointing out near ones. */
export const namesSql = {
  department: `SELECT name FROM department ORDER BY name_key`,
  group: `SELECT name FROM "group" ORDER BY name_key`,
  attribute: `SELECT name FROM attribute ORDER BY name_key`,
  plan: `SELECT name FROM service_plan ORDER BY name_key`,
} as const;

/** Plans that rows of plan_scope name and that do not exist: key and name as the file writes it. */
export const unknownPlansSql = `
SELECT r.extra->>'$plan' AS key, min(r.extra->>'plan') AS name FROM import_row r JOIN plan_scope USING (row_no)
 WHERE r.import_id = $1 AND r.extra->>'plan' IS NOT NULL
   AND NOT EXISTS (SELECT FROM service_plan s WHERE s.name_key = r.extra->>'$plan')
 GROUP BY 1 LIMIT 1000`;

/** Whether a new account gets a welcome mail: r is import_row, $2 the mail option. Who is made disabled gets none. */
export const wantsMail = `(CASE $2 WHEN 'always' THEN true WHEN 'never' THEN false ELSE coalesce(r.send_welcome, false) END
  AND coalesce(r.extra->>'enabled', 'true') <> 'false')`;

/**
 * What rows add up to, in one look: counts by outcome, mails, values; and a figure that changes when the plan of any row does,
 * whatever the order of rows. $2 mail option.
 */
export const rowFactsSql = (source: PlanSource): string => `
SELECT count(*)::int AS rows,
       ${["CREATE", "UPDATE", "UNCHANGED", "SKIP", "PROBLEM"]
         .map(
           (outcome) => `count(*) FILTER (WHERE p.outcome = '${outcome}')::int AS "${outcome.toLowerCase()}"`,
         )
         .join(", ")},
       count(*) FILTER (WHERE p.outcome = 'CREATE' AND ${wantsMail})::int AS mails,
       count(*) FILTER (WHERE p.outcome = 'CREATE' AND r.password_sealed IS NULL AND ${wantsMail})::int AS links,
       count(*) FILTER (WHERE p.outcome = 'CREATE' AND r.password_sealed IS NULL AND NOT ${wantsMail})::int AS "noWayIn",
       coalesce(sum((SELECT count(*) FROM jsonb_object_keys(p.changes))) FILTER (WHERE p.outcome = 'UPDATE'), 0)::int AS "valuesChanged",
       coalesce(sum(jsonb_array_length(p.changes->'groups'->'remove')) FILTER (WHERE p.outcome = 'UPDATE' AND p.changes ? 'groups'), 0)::int AS "membershipsEnded",
       count(*) FILTER (WHERE r.problems IS NOT NULL OR p.problems IS NOT NULL)::int AS told,
       coalesce(bit_xor(hash_record_extended(ROW(p.row_no, p.outcome, p.reason, p.account_version, p.changes, p.problems,
         CASE WHEN p.outcome <> 'CREATE' THEN p.account_id END), 7)), 0)::text AS figure
  FROM ${rowsOf[source]}`;

/** Whose service plans are used. */
export const plansUsedSql = (source: PlanSource): string => `
SELECT s.name AS plan, count(*)::int AS accounts
  FROM ${rowsOf[source]} JOIN service_plan s ON s.name_key = r.extra->>'$plan' OR (r.extra->>'$plan' IS NULL AND s.name = p.changes->'plan'->>'to')
 WHERE p.outcome = 'CREATE' OR p.outcome = 'UPDATE' AND p.changes ? 'plan' GROUP BY s.name ORDER BY s.name`;

/** Of directory accounts that become manual, the domains that will reject their mail until the directory is synchronised. */
export const directoryDomainsSql = `
SELECT d.name FROM domain d
 WHERE d.recipient_validation = 'DIRECTORY_USERS' AND d.domain_key IN (
   SELECT split_part(h.key, '@', 2) FROM ${eachMark} k JOIN import_plan_row p ON p.import_id = $1 AND p.row_no = k.row_no
     JOIN address h ON h.account_id = p.account_id AND h.is_primary
    WHERE k.import_id = $1 AND k.cause = 'consequence|directoryBecomesManual|')
 ORDER BY d.domain_key`;

/** Who leaves a group that the file is the member list of, as a number and a figure that any of them changes; and how many administrators do. */
export const removalFactsSql = `
SELECT count(*)::int AS removals, coalesce(bit_xor(hashtextextended(concat_ws('|', x.account_id, x.group_id), 7)), 0)::text AS figure,
       (count(DISTINCT x.account_id) FILTER (WHERE a.role = 'ADMINISTRATOR'))::int AS administrators
  FROM import_removal x LEFT JOIN account a ON a.id = x.account_id WHERE x.import_id = $1`;

/** Of these, accounts that are under another policy then. */
export const removalPoliciesSql = `
WITH moved AS (SELECT x.account_id, jsonb_agg(x.group_name) AS removed FROM import_removal x WHERE x.import_id = $1 GROUP BY x.account_id)
SELECT count(*)::int AS accounts FROM moved v
 WHERE (SELECT g.policy_id FROM membership m JOIN "group" g ON g.id = m.group_id
         WHERE m.account_id = v.account_id AND g.policy_id IS NOT NULL ORDER BY g.name_key, g.id LIMIT 1)
       IS DISTINCT FROM
       (SELECT g.policy_id FROM membership m JOIN "group" g ON g.id = m.group_id
         WHERE m.account_id = v.account_id AND g.policy_id IS NOT NULL AND NOT v.removed ? g.name ORDER BY g.name_key, g.id LIMIT 1)`;
