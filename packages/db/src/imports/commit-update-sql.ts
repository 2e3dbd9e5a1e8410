/**
 * The statements by which a commit changes accounts that exist, to what the plan announced and no more. Set-based. $1 is
 * always the import.
 */
import { givenAttributes } from "./extra-sql";

// Said of both tables: PostgreSQL takes an equality over from one to the other, but no range.
const inRange = "p.row_no > $2 AND p.row_no <= $3 AND r.row_no > $2 AND r.row_no <= $3";
/** Rows that only put an account into the import's groups: $4, mode create, and nobody linked them to it. */
const joins = "($4::boolean AND r.decision IS DISTINCT FROM 'link')";

/** The before-images, taken under the locks of holdDriftedUpdatesSql: all that an undo needs to put back. $2 < row number ≤ $3 */
export const keepBeforeImagesSql = `
INSERT INTO change (import_id, row_no, account_id, before, after)
SELECT $1, p.row_no, a.id,
       jsonb_build_object('fullName', a.full_name, 'departmentId', a.department_id, 'planId', a.plan_id, 'source', a.source,
         'version', a.version, 'groupIds', coalesce((SELECT jsonb_agg(m.group_id ORDER BY m.group_id) FROM membership m WHERE m.account_id = a.id), '[]'))
       || CASE WHEN r.extra IS NULL AND NOT p.changes ?| '{note,aliases}' THEN '{}'::jsonb ELSE jsonb_build_object('account', to_jsonb(a) - 'password_hash',
         'addresses', (SELECT jsonb_agg(jsonb_build_object('key', h.key, 'email', h.email, 'isPrimary', h.is_primary, 'note', h.note)
                                        ORDER BY h.key) FROM address h WHERE h.account_id = a.id)) END,
       p.changes
  FROM import_plan_row p JOIN import_row r USING (import_id, row_no) JOIN account a ON a.id = p.account_id
 WHERE p.import_id = $1 AND p.outcome = 'UPDATE' AND ${inRange}`;

const becomesImported = `source = CASE a.source WHEN 'DIRECTORY' THEN 'IMPORTED'::"AccountSource" ELSE a.source END,
       version = a.version + 1, updated_at = now()`;
const to = (field: string, column: string, cast = ""): string =>
  `${column} = CASE WHEN p.changes ? '${field}' THEN (p.changes->'${field}'->>'to')${cast} ELSE a.${column} END`;
const updatedRows = `
  FROM import_plan_row p JOIN import_row r USING (import_id, row_no)
 WHERE p.import_id = $1 AND p.outcome = 'UPDATE' AND a.id = p.account_id AND ${inRange}`;
const departmentTo = `department_id = CASE WHEN p.changes ? 'department' THEN (SELECT d.id FROM department d WHERE d.name_key = r.department_key)
       ELSE a.department_id END`;

/** What the plan announced, and nothing else: the accounts are as it saw them. $2 < row number ≤ $3, $4 mode create, here and in the next */
export const updateAccountsSql = `
UPDATE account a SET ${to("fullName", "full_name")}, ${departmentTo}, ${becomesImported}${updatedRows} AND (r.extra IS NULL OR ${joins})`;

/** The same where rows give more than staging has columns for. */
export const updateFullAccountsSql = `
UPDATE account a
   SET ${[
     to("fullName", "full_name"),
     departmentTo,
     to("username", "username"),
     to("givenName", "given_name"),
     to("middleName", "middle_name"),
     to("familyName", "family_name"),
     to("role", "role", `::"Role"`),
     to("adminRole", "admin_role", `::"AdminRole"`),
     to("kind", "kind", `::"AccountKind"`),
     to("enabled", "enabled", "::boolean"),
     to("lockedOut", "locked_out", "::boolean"),
     to("mustChangePassword", "must_change_password", "::boolean"),
     to("passwordNeverExpires", "password_never_expires", "::boolean"),
     to("phone", "phone"),
     to("contactEmail", "contact_email"),
     to("description", "description"),
     to("exchangeDomain", "exchange_domain"),
     to("exchangeUsername", "exchange_username"),
     to("pop", "pop", "::boolean"),
     to("submit", "submit", "::boolean"),
     to("accountCode", "account_code"),
   ].join(", ")},
       plan_id = CASE WHEN p.changes ? 'plan' THEN (SELECT s.id FROM service_plan s WHERE s.name_key = r.extra->>'$plan') ELSE a.plan_id END,
       delegates = CASE WHEN NOT p.changes ? 'delegates' THEN a.delegates
                        WHEN r.extra->'delegates' = 'null' THEN '{}'
                        ELSE a.delegates || ARRAY(SELECT jsonb_array_elements_text(p.changes->'delegates'->'add')) END,
       attributes = (a.attributes || ${givenAttributes})
                    - ARRAY(SELECT substr(e.key, 11) FROM jsonb_each(r.extra) e WHERE e.key LIKE 'attribute:%' AND e.value = 'null'),
       ${becomesImported}${updatedRows} AND r.extra IS NOT NULL AND NOT ${joins}`;

/** Notes are kept with the primary address. */
export const updateNotesSql = `
UPDATE address h SET note = p.changes->'note'->>'to'
  FROM import_plan_row p
 WHERE p.import_id = $1 AND p.outcome = 'UPDATE' AND p.changes ? 'note' AND h.account_id = p.account_id AND h.is_primary`;

/** Aliases that {clear} takes away. */
export const removeAliasesSql = `
DELETE FROM address h USING import_plan_row p
 WHERE p.import_id = $1 AND p.outcome = 'UPDATE' AND h.account_id = p.account_id AND NOT h.is_primary
   AND p.changes->'aliases'->'remove' ? h.email`;

/** Who may not sign in any more, or has another role, is signed out. */
export const endSessionsSql = `
UPDATE session s SET ended_at = now()
  FROM import_plan_row p
 WHERE p.import_id = $1 AND p.outcome = 'UPDATE' AND s.account_id = p.account_id AND s.ended_at IS NULL
   AND (p.changes->'enabled'->>'to' = 'false' OR p.changes->'lockedOut'->>'to' = 'true' OR p.changes ?| '{role,adminRole}')`;

/** p: who is disabled, or locked out. */
const shutOut = `(p.changes->'enabled'->>'to' = 'false' OR p.changes->'lockedOut'->>'to' = 'true')`;

/** Mails that wait for accounts which are now shut out. */
export const cancelMessagesSql = `
UPDATE message m SET state = 'CANCELLED', last_error = 'The account was disabled or locked before it was sent.', sealed_body = NULL
  FROM import_plan_row p
 WHERE p.import_id = $1 AND p.outcome = 'UPDATE' AND ${shutOut} AND m.account_id = p.account_id
   AND m.state IN ('QUEUED', 'RETRYING') AND m.kind IN ('welcome', 'password-reset', 'invitation')`;

/** Links that were mailed to accounts which are now shut out. */
export const revokeTokensSql = `
UPDATE token t SET revoked_at = now()
  FROM import_plan_row p
 WHERE p.import_id = $1 AND p.outcome = 'UPDATE' AND ${shutOut} AND t.account_id = p.account_id
   AND t.used_at IS NULL AND t.revoked_at IS NULL`;

/** $2 < row number ≤ $3, $4 mode create, $5 keys of the groups every row is put into */
export const addMembershipsSql = `
INSERT INTO membership (account_id, group_id)
SELECT DISTINCT p.account_id, g.id
  FROM import_plan_row p JOIN import_row r USING (import_id, row_no), unnest(CASE WHEN ${joins} THEN $5::text[] ELSE r.group_keys || $5::text[] END) AS u(key)
  JOIN "group" g ON g.name_key = u.key
 WHERE p.import_id = $1 AND p.outcome = 'UPDATE' AND ${inRange} AND p.changes ? 'groups'
ON CONFLICT DO NOTHING`;

/** In group mode replace, and where {clear} empties a row's groups. $2: keys of the groups every row is put into, $3: mode replace */
export const removeMembershipsSql = `
DELETE FROM membership m
 USING import_plan_row p JOIN import_row r USING (import_id, row_no), "group" g
 WHERE p.import_id = $1 AND p.outcome = 'UPDATE' AND p.changes->'groups'->'remove' <> '[]' AND ($3::boolean OR r.extra ? 'groups')
   AND m.account_id = p.account_id AND g.id = m.group_id
   AND g.name_key <> ALL (coalesce(r.group_keys, '{}') || $2::text[])`;

/** Members outside the file, locked in the order in which everybody locks accounts. */
export const lockMembersSql = `
SELECT a.id FROM account a WHERE a.id IN (SELECT account_id FROM import_removal WHERE import_id = $1) ORDER BY a.id FOR UPDATE OF a`;

/**
 * Members outside the file leave the groups that the file is the member list of: those that the plan listed, still are in and are as it
 * saw them (one who became an administrator meanwhile is not). What version of them that made is kept: an undo asks whether they are still
 * the same. An older plan did not keep which version it saw.
 */
export const removeMembersSql = `
WITH removed AS (
  DELETE FROM membership m USING import_removal x JOIN account a ON a.id = x.account_id
   WHERE x.import_id = $1 AND m.account_id = x.account_id AND m.group_id = x.group_id AND (x.version IS NULL OR a.version = x.version)
  RETURNING m.account_id, m.group_id
), raised AS (
  UPDATE account SET version = version + 1, updated_at = now() WHERE id IN (SELECT account_id FROM removed) RETURNING id, version
)
UPDATE import_removal x SET applied = true, version = r.version FROM removed d JOIN raised r ON r.id = d.account_id
 WHERE x.import_id = $1 AND x.account_id = d.account_id AND x.group_id = d.group_id`;
