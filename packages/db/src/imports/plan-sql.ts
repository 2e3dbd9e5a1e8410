/**
 * The planner, as set-based SQL: what would happen to every staged row, against live data. One statement, whatever the
 * number of rows; what a row says beyond the columns of staging (`extra`) costs nothing where there is none. Its meaning in
 * plain TypeScript is plan-reference.ts; a property test holds the two together.
 *
 * Parameters: $1 import, $2 mode, $3 group mode, $4 names and $5 keys of the groups every row is put into, $6 PlanRules as JSON.
 */
import { otherProblemsSql, problemSql, ruleFlag } from "./plan-problems-sql";

/** Keys of `extra` that are compared by themselves, not value by value. */
const special =
  "{$plan,$blank,fullName,department,groups,aliases,delegates,email,password,sendWelcome,role,adminRole,plan}";
/** What "cleared" means for fields that always have a value. */
const defaults = `'{"enabled":true,"lockedOut":false,"mustChangePassword":false,"passwordNeverExpires":false,"kind":"PERSON"}'::jsonb`;
const noGroups = ruleFlag("noGroups");
/** Keeps PostgreSQL from writing a step's expressions once for every use of them in the next. */
const fence = "OFFSET 0";

const fromTo = (from: string, to: string): string => `jsonb_build_object('from', ${from}, 'to', ${to})`;
const addRemove = (add: string, remove: string): string =>
  `jsonb_build_object('add', coalesce(${add}, '[]'), 'remove', coalesce(${remove}, '[]'))`;

/** The rows of the file, and the claims of their addresses: of two rows with one address the later carries the problem. */
const readRows = `
WITH staged AS (
  SELECT r.row_no, r.line, r.has_error, r.email, r.email_key, r.full_name, r.department, r.department_key,
         CASE WHEN ${noGroups} THEN NULL ELSE r.groups || $4::text[] END AS groups,
         CASE WHEN ${noGroups} THEN NULL ELSE r.group_keys || $5::text[] END AS group_keys,
         r.password_sealed IS NOT NULL AS has_password, r.aliases, r.alias_keys,
         CASE WHEN $6::jsonb->>'note' IS NULL THEN r.extra
              ELSE jsonb_build_object('note', $6::jsonb->'note') || coalesce(r.extra, '{}') END AS extra,
         row_number() OVER same AS nth, first_value(r.line) OVER same AS first_line
    FROM import_row r
   WHERE r.import_id = $1
  WINDOW same AS (PARTITION BY r.email_key ORDER BY r.row_no)
), claimed AS MATERIALIZED (
  SELECT r.row_no, r.line, r.email_key, u.name, u.key
    FROM import_row r, unnest(r.aliases, r.alias_keys) AS u(name, key)
   WHERE r.import_id = $1 AND r.alias_keys IS NOT NULL AND u.key IS DISTINCT FROM r.email_key
), first_claim AS (
  SELECT DISTINCT ON (key) key, row_no, line FROM claimed ORDER BY key, row_no
), first_email AS (
  SELECT e.email_key AS key, min(e.row_no) AS row_no, min(e.line) AS line
    FROM import_row e JOIN (SELECT DISTINCT key FROM claimed) k ON k.key = e.email_key
   WHERE e.import_id = $1 GROUP BY e.email_key
), alias_problem AS (
  SELECT c.row_no, jsonb_agg(
           CASE WHEN e.key IS NOT NULL OR f.key IS NOT NULL
                THEN ${problemSql("c.line", "aliases", "alias.duplicate", "jsonb_build_object('value', c.name, 'firstLine', least(e.line, f.line))")}
                ELSE ${problemSql("c.line", "aliases", "alias.taken", "jsonb_build_object('value', c.name, 'by', h.full_name)")}
           END ORDER BY c.key) AS problems
    FROM claimed c
    LEFT JOIN address own ON own.key = c.email_key
    LEFT JOIN first_email e ON e.key = c.key AND e.row_no < c.row_no
    LEFT JOIN first_claim f ON f.key = c.key AND f.row_no < c.row_no
    LEFT JOIN address held ON held.key = c.key AND held.account_id IS DISTINCT FROM own.account_id
    LEFT JOIN account h ON h.id = held.account_id
   WHERE e.key IS NOT NULL OR f.key IS NOT NULL OR held.key IS NOT NULL
   GROUP BY c.row_no
)`;

/** Each row with the account that has its address, and what becomes of it before its values are looked at. */
const matchRows = `
, matched AS (
  SELECT s.*, (s.email_key IS NOT NULL AND s.nth > 1) OR f.line IS NOT NULL AS is_duplicate,
         least(CASE WHEN s.nth > 1 THEN s.first_line END, f.line) AS claimed_line, ap.problems AS alias_problems,
         a.id AS account_id, a.version, a.role, a.full_name AS old_name,
         CASE WHEN a.id IS NULL THEN 7 ELSE account_rank(a.role, a.admin_role) END AS old_rank, coalesce(a.admin_role, 'BASIC') AS old_admin_role,
         CASE WHEN s.extra IS NOT NULL AND $2 <> 'create' AND a.id IS NOT NULL THEN account_flat(a) END AS flat,
         held.is_primary, d.name AS old_department, d.name_key AS old_department_key
    FROM staged s
    LEFT JOIN first_claim f ON f.key = s.email_key AND f.row_no < s.row_no
    LEFT JOIN alias_problem ap ON ap.row_no = s.row_no
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
           WHEN m.has_error OR m.is_duplicate OR m.alias_problems IS NOT NULL
                OR (m.account_id IS NOT NULL AND NOT m.is_primary) THEN 'PROBLEM'
           WHEN m.account_id IS NULL THEN CASE WHEN $2 = 'update' THEN 'SKIP' ELSE 'CREATE' END
           WHEN $2 = 'create' THEN 'SKIP'
           WHEN ${ruleFlag("protectAdministrators")} AND m.role = 'ADMINISTRATOR' THEN 'SKIP'
           ELSE 'UPDATE'
         END AS verdict
    FROM matched m LEFT JOIN member g ON g.account_id = m.account_id
)`;

const joinedNames = (of: (key: string) => string): string =>
  `nullif(concat_ws(' ', ${["givenName", "middleName", "familyName"].map(of).join(", ")}), '')`;

/** What the row wants of role, plan and name, where it says anything beyond the columns of staging. */
const weighRows = `
, weighed AS (
  SELECT j.*, sp.name AS plan_name, sp.enabled AS plan_enabled,
         CASE WHEN j.extra ? 'role' THEN coalesce(j.extra->>'role', 'USER')
              WHEN j.extra->>'adminRole' IS NOT NULL THEN 'ADMINISTRATOR'
              ELSE coalesce(j.role::text, 'USER') END AS new_role,
         CASE WHEN j.extra ? 'adminRole' THEN coalesce(j.extra->>'adminRole', 'BASIC')
              WHEN j.role = 'ADMINISTRATOR' THEN j.old_admin_role::text ELSE 'BASIC' END AS new_admin_role,
         ${joinedNames((key) => `CASE WHEN j.extra ? '${key}' THEN j.extra->>'${key}' ELSE j.flat->>'${key}' END`)} AS new_joined,
         ${joinedNames((key) => `j.flat->>'${key}'`)} AS old_joined
    FROM judged j LEFT JOIN service_plan sp ON sp.name_key = j.extra->>'$plan'
), named AS (
  SELECT w.*,
         CASE WHEN w.new_role = 'ADMINISTRATOR' THEN account_rank('ADMINISTRATOR', w.new_admin_role::"AdminRole") ELSE 7 END AS new_rank,
         CASE
           WHEN w.full_name IS NOT NULL THEN w.full_name
           WHEN w.verdict = 'CREATE' OR w.extra ? 'fullName'
             THEN coalesce(w.new_joined, split_part(w.email, '@', 1))
           WHEN w.old_name = w.old_joined THEN w.new_joined
         END AS new_name,
         coalesce(w.plan_name, CASE WHEN w.verdict = 'CREATE' AND ${ruleFlag("demandsPlan")} AND w.extra->>'plan' IS NULL
           THEN (SELECT name FROM service_plan WHERE is_default AND enabled) END) AS new_plan
    FROM weighed w ${fence}
)`;

/**
 * What differs, field by field. A cell that is empty keeps what the account has; null in `extra` empties it. Where user names
 * stand for addresses, an account without one is named by its address already.
 */
const valueChanges = `
         (SELECT jsonb_object_agg(
                   CASE WHEN v.key LIKE 'attribute:%'
                        THEN 'attribute:' || coalesce(at.name, $6::jsonb->'attributeNames'->>substr(v.key, 11), substr(v.key, 11))
                        ELSE v.key END, ${fromTo("n.flat->v.key", "v.value")})
            FROM (SELECT e.key, CASE WHEN e.value = 'null' THEN coalesce(${defaults}->e.key, 'null') ELSE e.value END AS value
                    FROM jsonb_each(n.extra - '${special}'::text[]) e
                   UNION ALL SELECT 'role', to_jsonb(n.new_role) WHERE n.extra ?| '{role,adminRole}'
                   UNION ALL SELECT 'adminRole', CASE WHEN n.new_role = 'ADMINISTRATOR' THEN to_jsonb(n.new_admin_role) ELSE 'null' END
                              WHERE n.extra ?| '{role,adminRole}'
                   UNION ALL SELECT 'plan', coalesce(to_jsonb(n.new_plan), 'null') WHERE n.extra ? 'plan') v
            LEFT JOIN attribute at ON v.key LIKE 'attribute:%' AND at.name_key = substr(v.key, 11)
           WHERE v.value IS DISTINCT FROM coalesce(n.flat->v.key, 'null')
             AND NOT (v.key = 'username' AND ${ruleFlag("byUsername")} AND n.flat->'username' = 'null'))`;

const groupChanges = `CASE
             WHEN coalesce(cardinality(n.group_keys), 0) = 0 AND NOT coalesce(n.extra ? 'groups', false) THEN NULL
             WHEN ${noGroups} THEN NULL
             WHEN coalesce(n.group_keys, '{}') <@ n.old_keys
                  AND (($3 = 'add' AND NOT coalesce(n.extra ? 'groups', false)) OR n.old_keys <@ coalesce(n.group_keys, '{}')) THEN NULL
             ELSE ${addRemove(
               `(SELECT jsonb_agg(u.name ORDER BY u.place)
                   FROM (SELECT DISTINCT ON (k.key) k.name, k.key, k.place
                           FROM unnest(n.groups, n.group_keys) WITH ORDINALITY AS k(name, key, place)
                          WHERE k.key <> ALL (n.old_keys) ORDER BY k.key, k.place) u)`,
               `CASE WHEN $3 = 'replace' OR n.extra ? 'groups' THEN
                  (SELECT jsonb_agg(g.name ORDER BY g.name)
                     FROM membership m JOIN "group" g ON g.id = m.group_id
                    WHERE m.account_id = n.account_id AND g.name_key <> ALL (coalesce(n.group_keys, '{}'))) END`,
             )} END`;

const ownAliases = "FROM address o WHERE o.account_id = n.account_id";
const aliasChanges = `CASE
             WHEN n.extra ? 'aliases' THEN
               (SELECT ${addRemove("'[]'::jsonb", "jsonb_agg(o.email ORDER BY o.key)")} ${ownAliases} AND NOT o.is_primary HAVING count(*) > 0)
             WHEN n.alias_keys IS NOT NULL THEN
               (SELECT ${addRemove("jsonb_agg(u.name ORDER BY u.key)", "NULL::jsonb")} FROM unnest(n.aliases, n.alias_keys) AS u(name, key)
                 WHERE u.key <> ALL (SELECT o.key ${ownAliases}) HAVING count(*) > 0) END`;

const delegateChanges = `CASE
             WHEN n.extra->'delegates' = 'null' THEN
               CASE WHEN n.flat->'delegates' <> '[]' THEN ${addRemove("'[]'::jsonb", "n.flat->'delegates'")} END
             WHEN n.extra ? 'delegates' THEN
               (SELECT ${addRemove("jsonb_agg(t.name ORDER BY lower(t.name))", "NULL::jsonb")} FROM jsonb_array_elements_text(n.extra->'delegates') AS t(name)
                 WHERE NOT EXISTS (SELECT FROM jsonb_array_elements_text(n.flat->'delegates') AS h(name) WHERE lower(h.name) = lower(t.name))
                HAVING count(*) > 0) END`;

const compareRows = `
, compared AS (
  SELECT n.*,
         CASE n.verdict WHEN 'UPDATE' THEN jsonb_strip_nulls(jsonb_build_object(
           'fullName', CASE WHEN n.new_name IS DISTINCT FROM n.old_name AND n.new_name IS NOT NULL
                            THEN ${fromTo("n.old_name", "n.new_name")} END,
           'department', CASE
             WHEN n.department_key IS NOT NULL AND n.department_key IS DISTINCT FROM n.old_department_key
               THEN ${fromTo("n.old_department", "n.department")}
             WHEN n.extra ? 'department' AND n.old_department IS NOT NULL THEN ${fromTo("n.old_department", "NULL")} END,
           'groups', ${groupChanges},
           'aliases', ${aliasChanges},
           'delegates', ${delegateChanges})
           || CASE WHEN n.extra IS NULL THEN '{}'::jsonb ELSE coalesce(${valueChanges}, '{}') END)
         WHEN 'CREATE' THEN CASE WHEN n.full_name IS NOT NULL AND n.new_plan IS NULL THEN '{}' ELSE jsonb_strip_nulls(jsonb_build_object(
           'fullName', CASE WHEN n.full_name IS NULL THEN jsonb_build_object('to', n.new_name) END,
           'plan', CASE WHEN n.plan_name IS NULL AND n.new_plan IS NOT NULL THEN jsonb_build_object('to', n.new_plan) END)) END
         END AS changes
    FROM named n ${fence}
), faulted AS (
  SELECT c.*, CASE WHEN c.verdict IN ('CREATE', 'UPDATE') AND (c.extra IS NOT NULL OR c.old_rank < 7
                          OR ${ruleFlag("demandsPlan")} OR ${ruleFlag("demandsPassword")})
                   THEN ${otherProblemsSql} END AS other_problems
    FROM compared c ${fence}
), decided AS (
  SELECT f.*, CASE WHEN f.other_problems IS NOT NULL THEN 'PROBLEM'
                   WHEN f.verdict = 'UPDATE' AND f.changes = '{}' THEN 'UNCHANGED' ELSE f.verdict END AS outcome
    FROM faulted f ${fence}
)`;

export const planRowsSql = `
INSERT INTO import_plan_row (import_id, row_no, outcome, reason, account_id, account_version, changes, problems)
${readRows}${matchRows}${weighRows}${compareRows}
SELECT $1, c.row_no, c.outcome::"Outcome",
       CASE WHEN c.outcome = 'SKIP' THEN
         CASE WHEN c.account_id IS NULL THEN 'missing' WHEN $2 = 'create' THEN 'exists' ELSE 'administrator' END END,
       CASE WHEN c.outcome = 'CREATE' THEN nextval('account_id_seq') ELSE c.account_id END,
       c.version,
       CASE WHEN c.outcome IN ('CREATE', 'UPDATE') AND c.changes <> '{}' THEN c.changes END,
       CASE WHEN c.outcome NOT IN ('CREATE', 'SKIP') THEN nullif(coalesce(CASE
         WHEN c.is_duplicate THEN jsonb_build_array(${problemSql("c.line", "email", "email.duplicate", "jsonb_build_object('value', c.email, 'firstLine', c.claimed_line)", "error", true)})
         WHEN c.account_id IS NOT NULL AND NOT c.is_primary THEN jsonb_build_array(${problemSql("c.line", "email", "email.taken", "jsonb_build_object('value', c.email, 'by', c.old_name)", "error", true)})
         WHEN c.verdict = 'UPDATE' AND c.has_password
           THEN coalesce(c.other_problems, '[]') || ${problemSql("c.line", "password", "password.ignored", "'{}'::jsonb", "info")}
         ELSE c.other_problems
       END, '[]') || coalesce(c.alias_problems, '[]'), '[]') END
  FROM decided c
 ORDER BY c.row_no`;
