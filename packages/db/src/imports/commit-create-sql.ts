/**
 * The statements by which a commit creates accounts: set-based, and bounded by a range of row numbers so that progress can be
 * told. $1 is always the import.
 */
import { givenAttributes, noteOf } from "./extra-sql";

// Said of both tables: PostgreSQL takes an equality over from one to the other, but no range, and would read every staged row each time.
const inRange = `p.import_id = $1 AND p.outcome = 'CREATE' AND p.row_no > $2 AND p.row_no <= $3 AND r.row_no > $2 AND r.row_no <= $3`;
const createdRows = `import_plan_row p JOIN import_row r USING (import_id, row_no) WHERE ${inRange}`;

/** $2 < row number ≤ $3; for files that give no more than staging has columns for. */
export const createAccountsSql = `
INSERT INTO account (id, source, full_name, role, has_password, department_id, created_import_id, created_row_no)
SELECT p.account_id, 'IMPORTED', coalesce(r.full_name, p.changes->'fullName'->>'to'), 'USER', r.password_sealed IS NOT NULL,
       d.id, $1, p.row_no
  FROM import_plan_row p JOIN import_row r USING (import_id, row_no) LEFT JOIN department d ON d.name_key = r.department_key
 WHERE ${inRange}
 ORDER BY p.row_no`;

const makesAdministrator = `coalesce(r.extra->>'role' = 'ADMINISTRATOR', r.extra->>'adminRole' IS NOT NULL, false)`;
const flag = (key: string, usual: string): string => `coalesce((r.extra->>'${key}')::boolean, ${usual})`;
/** The same for files that give more. */
export const createFullAccountsSql = `
INSERT INTO account (id, source, full_name, role, admin_role, has_password, department_id, created_import_id, created_row_no, plan_id, kind,
  username, given_name, middle_name, family_name, enabled, locked_out, must_change_password, password_never_expires, phone,
  contact_email, description, exchange_domain, exchange_username, pop, submit, account_code, delegates, attributes)
SELECT p.account_id, 'IMPORTED', coalesce(r.full_name, p.changes->'fullName'->>'to'),
       (CASE WHEN ${makesAdministrator} THEN 'ADMINISTRATOR' ELSE 'USER' END)::"Role",
       CASE WHEN ${makesAdministrator} THEN coalesce(r.extra->>'adminRole', 'BASIC')::"AdminRole" END,
       r.password_sealed IS NOT NULL, (SELECT d.id FROM department d WHERE d.name_key = r.department_key), $1, p.row_no,
       CASE WHEN r.extra->>'$plan' IS NOT NULL THEN (SELECT s.id FROM service_plan s WHERE s.name_key = r.extra->>'$plan')
            WHEN p.changes ? 'plan' THEN (SELECT s.id FROM service_plan s WHERE s.name = p.changes->'plan'->>'to') END,
       coalesce(r.extra->>'kind', 'PERSON')::"AccountKind",
       r.extra->>'username', r.extra->>'givenName', r.extra->>'middleName', r.extra->>'familyName', ${flag("enabled", "true")},
       ${flag("lockedOut", "false")}, ${flag("mustChangePassword", "false")}, ${flag("passwordNeverExpires", "false")},
       r.extra->>'phone', r.extra->>'contactEmail', r.extra->>'description', r.extra->>'exchangeDomain',
       r.extra->>'exchangeUsername', ${flag("pop", "NULL")}, ${flag("submit", "NULL")}, r.extra->>'accountCode',
       CASE WHEN jsonb_typeof(r.extra->'delegates') = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(r.extra->'delegates')) ELSE '{}' END,
       ${givenAttributes}
  FROM ${createdRows}
 ORDER BY p.row_no`;

/** $4: the note of the import */
export const createAddressesSql = `
INSERT INTO address (key, email, account_id, is_primary, note)
SELECT r.email_key, r.email, p.account_id, true, ${noteOf("$4")}
  FROM ${createdRows}
 ORDER BY r.email_key COLLATE "C"`;

/**
 * Aliases of new accounts, and those that accounts which exist have not yet; of a row that somebody linked to an account, its own
 * address too. $2: the note of the import
 */
export const createAliasesSql = `
INSERT INTO address (key, email, account_id, is_primary, note)
SELECT DISTINCT ON (u.key) u.key, u.name, p.account_id, false, ${noteOf("$2::text")}
  FROM import_plan_row p JOIN import_row r USING (import_id, row_no),
       LATERAL (SELECT g.name, g.key FROM unnest(r.aliases, r.alias_keys) AS g(name, key)
                 WHERE r.decision IS NOT DISTINCT FROM 'link' OR g.key IS DISTINCT FROM r.email_key
                UNION ALL SELECT r.email, r.email_key WHERE r.decision = 'link') u
 WHERE p.import_id = $1 AND (r.alias_keys IS NOT NULL OR r.decision = 'link')
   AND (p.outcome = 'CREATE' OR p.outcome = 'UPDATE' AND p.changes ? 'aliases')
   AND NOT EXISTS (SELECT FROM address held WHERE held.key = u.key AND held.account_id = p.account_id)
 ORDER BY u.key`;

/** $4: keys of the groups every row is put into, $5: whether the groups of rows are left aside */
export const createMembershipsSql = `
INSERT INTO membership (account_id, group_id)
SELECT DISTINCT p.account_id, g.id
  FROM (SELECT p.account_id, unnest(CASE WHEN $5::boolean THEN $4::text[] ELSE r.group_keys || $4::text[] END) AS key FROM ${createdRows}) p
  JOIN "group" g ON g.name_key = p.key
 ORDER BY p.account_id, g.id`;

export const keepPendingPasswordsSql = `
INSERT INTO pending_password (account_id, import_id, row_no, sealed)
SELECT p.account_id, $1, p.row_no, r.password_sealed
  FROM ${createdRows} AND r.password_sealed IS NOT NULL`;
