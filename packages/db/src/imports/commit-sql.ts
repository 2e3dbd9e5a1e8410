/**
 * The statements of a commit, in the order they run. Every one is set-based and bounded by a range of row numbers where
 * it is long, so that progress can be told. $1 is always the import.
 */
import { wantsMail } from "./plan-sql";

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

/** Rows to be created whose address was taken since the plan. */
export const holdDriftedCreatesSql = `
UPDATE import_plan_row p
   SET outcome = 'PROBLEM', account_id = NULL,
       problems = jsonb_build_array(jsonb_build_object('line', r.line, 'column', NULL, 'field', 'email',
         'code', 'row.changed-since-preview', 'severity', 'error', 'params', '{}'::jsonb, 'fix', NULL))
  FROM import_row r JOIN address held ON held.key = r.email_key
 WHERE p.import_id = $1 AND p.outcome = 'CREATE' AND r.import_id = $1 AND r.row_no = p.row_no`;

/** The departments and groups that the plan announced. */
export const createDepartmentsSql = `
INSERT INTO department (name, name_key, created_import_id)
SELECT DISTINCT ON (r.department_key) r.department, r.department_key, $1::bigint
  FROM import_row r JOIN import_plan_row p USING (import_id, row_no)
 WHERE r.import_id = $1 AND p.outcome IN ('CREATE', 'UPDATE') AND r.department_key IS NOT NULL
   AND NOT EXISTS (SELECT FROM department d WHERE d.name_key = r.department_key)
 ORDER BY r.department_key, r.row_no
ON CONFLICT (name_key) DO NOTHING`;

export const createGroupsSql = `
INSERT INTO "group" (name, name_key, created_import_id)
SELECT DISTINCT ON (u.key) u.name, u.key, $1::bigint
  FROM import_row r JOIN import_plan_row p USING (import_id, row_no), unnest(r.groups, r.group_keys) AS u(name, key)
 WHERE r.import_id = $1 AND p.outcome IN ('CREATE', 'UPDATE')
   AND NOT EXISTS (SELECT FROM "group" g WHERE g.name_key = u.key)
 ORDER BY u.key, r.row_no
ON CONFLICT (name_key) DO NOTHING`;

const createdRows = `import_plan_row p JOIN import_row r USING (import_id, row_no)
 WHERE p.import_id = $1 AND p.outcome = 'CREATE' AND p.row_no > $2 AND p.row_no <= $3`;

/** $2 < row number ≤ $3 */
export const createAccountsSql = `
INSERT INTO account (id, source, full_name, role, has_password, department_id, created_import_id)
SELECT p.account_id, 'IMPORTED', r.full_name, 'USER', r.password_sealed IS NOT NULL,
       (SELECT d.id FROM department d WHERE d.name_key = r.department_key), $1
  FROM ${createdRows}
 ORDER BY p.row_no`;

/** $4: the note of the import */
export const createAddressesSql = `
INSERT INTO address (key, email, account_id, is_primary, note)
SELECT r.email_key, r.email, p.account_id, true, $4
  FROM ${createdRows}
 ORDER BY r.email_key`;

/** $4: keys of the groups every row is put into */
export const createMembershipsSql = `
INSERT INTO membership (account_id, group_id)
SELECT DISTINCT p.account_id, g.id
  FROM (SELECT p.account_id, unnest(r.group_keys || $4::text[]) AS key FROM ${createdRows}) p
  JOIN "group" g ON g.name_key = p.key
 ORDER BY p.account_id`;

export const keepPendingPasswordsSql = `
INSERT INTO pending_password (account_id, import_id, row_no, sealed)
SELECT p.account_id, $1, p.row_no, r.password_sealed
  FROM ${createdRows} AND r.password_sealed IS NOT NULL`;

/** The before-images, taken under the locks of holdDriftedUpdatesSql. */
export const keepBeforeImagesSql = `
INSERT INTO change (import_id, row_no, account_id, before, after)
SELECT $1, p.row_no, a.id,
       jsonb_build_object('fullName', a.full_name, 'departmentId', a.department_id, 'source', a.source, 'version', a.version,
         'groupIds', coalesce((SELECT jsonb_agg(m.group_id ORDER BY m.group_id) FROM membership m WHERE m.account_id = a.id), '[]')),
       p.changes
  FROM import_plan_row p JOIN account a ON a.id = p.account_id
 WHERE p.import_id = $1 AND p.outcome = 'UPDATE'`;

/** A cell that is empty keeps what the account has. */
export const updateAccountsSql = `
UPDATE account a
   SET full_name = coalesce(r.full_name, a.full_name),
       department_id = coalesce((SELECT d.id FROM department d WHERE d.name_key = r.department_key), a.department_id),
       source = CASE a.source WHEN 'DIRECTORY' THEN 'IMPORTED'::"AccountSource" ELSE a.source END,
       version = a.version + 1, updated_at = now()
  FROM import_plan_row p JOIN import_row r USING (import_id, row_no)
 WHERE p.import_id = $1 AND p.outcome = 'UPDATE' AND a.id = p.account_id`;

/** $2: keys of the groups every row is put into */
export const addMembershipsSql = `
INSERT INTO membership (account_id, group_id)
SELECT DISTINCT p.account_id, g.id
  FROM import_plan_row p JOIN import_row r USING (import_id, row_no), unnest(r.group_keys || $2::text[]) AS u(key)
  JOIN "group" g ON g.name_key = u.key
 WHERE p.import_id = $1 AND p.outcome = 'UPDATE' AND p.changes ? 'groups'
ON CONFLICT DO NOTHING`;

/** Only in group mode replace. $2: keys of the groups every row is put into */
export const removeMembershipsSql = `
DELETE FROM membership m
 USING import_plan_row p JOIN import_row r USING (import_id, row_no), "group" g
 WHERE p.import_id = $1 AND p.outcome = 'UPDATE' AND p.changes ? 'groups'
   AND m.account_id = p.account_id AND g.id = m.group_id
   AND g.name_key <> ALL (r.group_keys || $2::text[])`;

/** One welcome mail a new account at most: the unique key (import, account, kind) sees to it. $2 mail option */
export const queueWelcomeMailsSql = `
INSERT INTO message (kind, account_id, import_id, to_address, to_name, data)
SELECT 'welcome', p.account_id, $1, r.email, r.full_name,
       jsonb_build_object('link', r.password_sealed IS NULL, 'invitedBy', $3::text)
  FROM import_plan_row p JOIN import_row r USING (import_id, row_no)
 WHERE p.import_id = $1 AND p.outcome = 'CREATE' AND ${wantsMail}
 ORDER BY p.row_no`;

/** The key that seals passwords is destroyed unless some still wait to be hashed. $2 summary, $3 mails */
export const completeImportSql = `
UPDATE import SET status = 'COMPLETED', ended_at = clock_timestamp(), summary = $2::jsonb, mails = $3,
       sealed_key = CASE WHEN EXISTS (SELECT FROM pending_password w WHERE w.import_id = $1) THEN sealed_key END
 WHERE id = $1`;
