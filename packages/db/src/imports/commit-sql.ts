/**
 * The statements of a commit around the accounts themselves: what drifted since the plan, the names that are created, the
 * mails and the end. Every one is set-based. $1 is always the import.
 */
import { wantsMail } from "./plan-facts-sql";

/** Rows to be updated whose account changed, or went, since the plan: held back, never overwritten. */
export const holdDriftedUpdatesSql = `
WITH planned AS (
  SELECT p.row_no, p.account_id, p.account_version FROM import_plan_row p WHERE p.import_id = $1 AND p.outcome = 'UPDATE'
), locked AS (
  SELECT a.id, a.version FROM account a WHERE a.id IN (SELECT account_id FROM planned) ORDER BY a.id FOR UPDATE OF a
)
UPDATE import_plan_row p
   SET outcome = 'PROBLEM',
       problems = jsonb_build_array(jsonb_build_object('line', r.line, 'column', NULL, 'field', NULL,
         'code', 'row.changed-since-preview', 'severity', 'error', 'params', '{}'::jsonb, 'fix', NULL))
  FROM planned LEFT JOIN locked ON locked.id = planned.account_id
  JOIN import_row r ON r.import_id = $1 AND r.row_no = planned.row_no
 WHERE p.import_id = $1 AND p.row_no = planned.row_no AND locked.version IS DISTINCT FROM planned.account_version`;

/** The one problem of a row that is held back; `field` as SQL, r is import_row. */
export const changedSince = (field: string): string =>
  `jsonb_build_array(jsonb_build_object('line', r.line, 'column', NULL, 'field', ${field},
         'code', 'row.changed-since-preview', 'severity', 'error', 'params', '{}'::jsonb, 'fix', NULL))`;

/** Addresses that rows of this file give back ({clear}): another row of it may take them. Only accounts as the plan saw them count. */
const freed = `SELECT h.key FROM import_plan_row f JOIN address h ON h.account_id = f.account_id AND NOT h.is_primary
   WHERE f.import_id = $1 AND f.outcome = 'UPDATE' AND f.changes->'aliases'->'remove' ? h.email`;

/** Rows to be created whose address was taken since the plan. */
export const holdDriftedCreatesSql = `
UPDATE import_plan_row p
   SET outcome = 'PROBLEM', account_id = NULL, problems = ${changedSince("'email'")}
  FROM import_row r JOIN address held ON held.key = r.email_key
 WHERE p.import_id = $1 AND p.outcome = 'CREATE' AND r.import_id = $1 AND r.row_no = p.row_no AND held.key NOT IN (${freed})`;

/** Rows of which an alias (or, where they are linked to an account, the address) was taken since the plan, by somebody else. */
export const holdDriftedAliasesSql = `
UPDATE import_plan_row p
   SET outcome = 'PROBLEM', account_id = CASE WHEN p.outcome = 'UPDATE' THEN p.account_id END, problems = ${changedSince("'aliases'")}
  FROM import_row r
 WHERE p.import_id = $1 AND p.outcome IN ('CREATE', 'UPDATE') AND r.import_id = $1 AND r.row_no = p.row_no
   AND (r.alias_keys IS NOT NULL OR r.decision = 'link')
   AND EXISTS (SELECT FROM address held
                WHERE (held.key = ANY (r.alias_keys) OR r.decision = 'link' AND held.key = r.email_key)
                  AND held.account_id <> p.account_id AND held.key NOT IN (${freed}))`;

/**
 * Rows that give an account a user name which another of its mail domain goes by since the plan. What the plan calls username.taken:
 * whatever the case, by the account's primary address, and what it is called already it may be called on. No user name moves within
 * a file, so that it is the same whatever other rows are held.
 */
export const holdDriftedUsernamesSql = `
UPDATE import_plan_row p
   SET outcome = 'PROBLEM', account_id = CASE WHEN p.outcome = 'UPDATE' THEN p.account_id END, problems = ${changedSince("'username'")}
  FROM import_row r
 WHERE p.import_id = $1 AND p.outcome IN ('CREATE', 'UPDATE') AND r.import_id = $1 AND r.row_no = p.row_no AND r.extra->>'username' <> ''
   AND (p.outcome = 'CREATE' OR lower(p.changes->'username'->>'from') IS DISTINCT FROM lower(p.changes->'username'->>'to'))
   AND EXISTS (SELECT FROM account o JOIN address h ON h.account_id = o.id AND h.is_primary
                WHERE o.username IS NOT NULL AND lower(o.username) = lower(r.extra->>'username') AND o.id IS DISTINCT FROM p.account_id
                  AND split_part(h.key, '@', 2) = split_part(CASE WHEN p.outcome = 'CREATE' THEN r.email_key
                        ELSE (SELECT q.key FROM address q WHERE q.account_id = p.account_id AND q.is_primary) END, '@', 2))`;

/** What is to be done at all: what is not there costs the commit nothing. */
export const workSql = `
SELECT EXISTS (SELECT FROM import_plan_row WHERE import_id = $1 AND outcome = 'CREATE') AS creates,
       EXISTS (SELECT FROM import_plan_row WHERE import_id = $1 AND outcome = 'UPDATE') AS updates`;

/** The range of ids that the plan gave to new accounts (others may lie between them), and how many they are. */
export const newAccountsSql = `
SELECT coalesce(min(account_id), 0)::text AS "from", coalesce(max(account_id), 0)::text AS "to", count(*)::int AS count
  FROM import_plan_row WHERE import_id = $1 AND outcome = 'CREATE'`;

/** What the rows of this import give beyond the columns of staging, and whether any is given a service plan. */
export const shapeSql = `
SELECT coalesce(bool_or(extra IS NOT NULL), false) AS extra, coalesce(bool_or(alias_keys IS NOT NULL OR decision = 'link'), false) AS aliases,
       coalesce(bool_or(password_sealed IS NOT NULL), false) AS passwords, coalesce(bool_or(extra ? 'username'), false) AS usernames,
       coalesce(bool_or(extra->>'plan' IS NOT NULL), false)
         OR EXISTS (SELECT FROM import_plan_row WHERE import_id = $1 AND outcome IN ('CREATE', 'UPDATE') AND changes ? 'plan') AS plans
  FROM import_row WHERE import_id = $1`;

/** A service plan that a row is to be given and that is gone or switched off since the plan; the others are held until the end. */
export const holdServicePlansSql = `
WITH held AS (SELECT name_key, name, enabled FROM service_plan ORDER BY id FOR KEY SHARE)
SELECT coalesce(r.extra->>'plan', p.changes->'plan'->>'to') AS plan
  FROM import_plan_row p JOIN import_row r USING (import_id, row_no)
 WHERE p.import_id = $1 AND (p.outcome = 'CREATE' AND (r.extra->>'plan' IS NOT NULL OR p.changes ? 'plan')
                             OR p.outcome = 'UPDATE' AND p.changes->'plan'->>'to' IS NOT NULL)
   AND NOT EXISTS (SELECT FROM held h WHERE h.enabled AND (h.name_key = r.extra->>'$plan'
                     OR r.extra->>'$plan' IS NULL AND h.name = p.changes->'plan'->>'to'))
 LIMIT 1`;

/** A group that every row is put into and that is gone since the plan; the others are held until the end. $1 keys, $2 names, parallel */
export const lostGroupSql = `
WITH held AS MATERIALIZED (SELECT name_key FROM "group" WHERE name_key = ANY ($1::text[]) ORDER BY id FOR KEY SHARE)
SELECT g.name FROM unnest($1::text[], $2::text[]) AS g(key, name) WHERE NOT EXISTS (SELECT FROM held h WHERE h.name_key = g.key) LIMIT 1`;

/** Whether the rows would leave no Master who can sign in; ask it under the lock of those who make administrators. */
export const losesLastMasterSql = `
WITH able AS (
  SELECT id FROM account WHERE role = 'ADMINISTRATOR' AND admin_role = 'MASTER' AND enabled AND NOT locked_out
), losing AS (
  SELECT a.id FROM able a JOIN import_plan_row p ON p.import_id = $1 AND p.account_id = a.id
   WHERE p.outcome = 'UPDATE' AND (p.changes ? 'adminRole' OR p.changes ? 'enabled' OR p.changes ? 'lockedOut')
)
SELECT EXISTS (SELECT FROM losing) AND NOT EXISTS (SELECT FROM able WHERE id NOT IN (SELECT id FROM losing)) AS loses`;

/**
 * Rows whose values are applied. $2: mode create, in which the account of a row is changed only where somebody linked the row to
 * it; other updates there put it into the import's groups and nothing else.
 */
const appliedRows = `import_row r JOIN import_plan_row p USING (import_id, row_no)
   WHERE r.import_id = $1 AND (p.outcome = 'CREATE' OR p.outcome = 'UPDATE' AND (NOT $2::boolean OR r.decision = 'link'))`;

/** An account that exists may have what its row names: then nothing is asked for. */
const asks = (field: string): string => `(p.outcome = 'CREATE' OR p.changes ? '${field}')`;

/** Attributes that applied rows give a value and that do not exist. $3: {attribute's key: name} */
export const createAttributesSql = `
INSERT INTO attribute (name, name_key, created_import_id)
SELECT DISTINCT coalesce($3::jsonb->>substr(e.key, 11), substr(e.key, 11)), substr(e.key, 11), $1::bigint
  FROM (SELECT r.extra FROM ${appliedRows}) r, jsonb_each(r.extra) AS e
 WHERE e.key LIKE 'attribute:%' AND e.value <> 'null'
 ORDER BY 2
ON CONFLICT (name_key) DO NOTHING`;

/**
 * The departments that the plan announced, each as the first row writes it. What rows ask for goes into a table of its own, which
 * PostgreSQL fills on all cores. The first takes $1 and $2, the second $1.
 */
export const createDepartmentsSql = [
  `CREATE TEMP TABLE commit_department ON COMMIT DROP AS
SELECT r.department_key AS key, min(r.row_no) AS row_no FROM ${appliedRows} AND r.department_key IS NOT NULL AND ${asks("department")} GROUP BY 1`,
  `INSERT INTO department (name, name_key, created_import_id)
SELECT r.department, w.key, $1::bigint FROM commit_department w JOIN import_row r ON r.import_id = $1 AND r.row_no = w.row_no
 WHERE NOT EXISTS (SELECT FROM department d WHERE d.name_key = w.key)
 ORDER BY w.key
ON CONFLICT (name_key) DO NOTHING`,
] as const;

/** The groups likewise. Not run where the groups of rows are left aside. */
export const createGroupsSql = [
  `CREATE TEMP TABLE commit_group ON COMMIT DROP AS
SELECT u.key, min(r.row_no) AS row_no
  FROM (SELECT r.group_keys, r.row_no FROM ${appliedRows} AND ${asks("groups")}) r, unnest(r.group_keys) AS u(key)
 GROUP BY 1`,
  `INSERT INTO "group" (name, name_key, created_import_id)
SELECT r.groups[array_position(r.group_keys, w.key)], w.key, $1::bigint
  FROM commit_group w JOIN import_row r ON r.import_id = $1 AND r.row_no = w.row_no
 WHERE NOT EXISTS (SELECT FROM "group" g WHERE g.name_key = w.key)
 ORDER BY w.key
ON CONFLICT (name_key) DO NOTHING`,
] as const;

/** One welcome mail a new account at most: the unique key (import, account, kind) sees to it. $2 mail option */
export const queueWelcomeMailsSql = `
INSERT INTO message (kind, account_id, import_id, to_address, to_name, data)
SELECT 'welcome', p.account_id, $1, r.email, coalesce(r.full_name, p.changes->'fullName'->>'to'),
       jsonb_build_object('link', r.password_sealed IS NULL, 'invitedBy', $3::text)
  FROM import_plan_row p JOIN import_row r USING (import_id, row_no)
 WHERE p.import_id = $1 AND p.outcome = 'CREATE' AND ${wantsMail}
 ORDER BY p.row_no`;

/** The key that seals passwords is destroyed unless some still wait to be hashed. $2 summary, $3 mails */
export const completeImportSql = `
UPDATE import SET status = 'COMPLETED', ended_at = clock_timestamp(), summary = $2::jsonb, mails = $3,
       consequences = consequences || coalesce((SELECT jsonb_build_object('removalsKept', count(*)) FROM import_removal x
                                                 WHERE x.import_id = $1 AND NOT x.applied HAVING count(*) > 0), '{}'),
       sealed_key = CASE WHEN EXISTS (SELECT FROM pending_password w WHERE w.import_id = $1) THEN sealed_key END
 WHERE id = $1
RETURNING coalesce((consequences->>'removalsKept')::int, 0) AS "removalsKept"`;
