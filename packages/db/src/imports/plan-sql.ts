/**
 * The planner, as set-based SQL: what would happen to the rows of plan_scope, against live data and with what
 * plan-tables-sql.ts found. One statement, whatever the number of rows; what a row says beyond the columns of staging (`extra`) costs nothing where there is none. Its meaning in
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

/** The rows to be planned. Who left a row out left nothing of it. */
const readRows = `
WITH staged AS (
  SELECT r.row_no, r.line, r.has_error, r.email, r.email_key, r.full_name, r.department, r.department_key, r.decision,
         CASE WHEN r.decision = 'link' THEN r.link_account_id END AS link_id,
         CASE WHEN ${noGroups} THEN NULL ELSE r.groups || $4::text[] END AS groups,
         CASE WHEN ${noGroups} THEN NULL ELSE r.group_keys || $5::text[] END AS group_keys,
         r.password_sealed IS NOT NULL AS has_password, r.aliases, r.alias_keys,
         CASE WHEN $6::jsonb->>'note' IS NULL THEN r.extra
              ELSE jsonb_build_object('note', $6::jsonb->'note') || coalesce(r.extra, '{}') END AS extra,
         x.first_line AS claimed_line, y.first_line AS named_line, w.first_line AS meant_line, v.key IS NOT NULL AS takes_address,
         CASE WHEN v.key IS NULL THEN h.account_id END AS holder_id, h.is_primary
    FROM import_row r JOIN plan_scope o ON o.row_no = r.row_no
    LEFT JOIN plan_repeat x ON x.row_no = r.row_no AND x.key = r.email_key
    LEFT JOIN plan_repeat y ON y.row_no = r.row_no AND starts_with(y.key, 'user ')
    LEFT JOIN plan_meant w ON w.row_no = r.row_no
    LEFT JOIN plan_move v ON v.taker = r.row_no AND v.key = r.email_key
    LEFT JOIN address h ON h.key = r.email_key AND r.decision IS DISTINCT FROM 'skip'
   WHERE r.import_id = $1
), alias_problem AS (
  SELECT s.row_no, jsonb_agg(
           CASE WHEN x.key IS NOT NULL
                THEN ${problemSql("s.line", "aliases", "alias.duplicate", "jsonb_build_object('value', u.name, 'firstLine', x.first_line)")}
                ELSE ${problemSql("s.line", "aliases", "alias.taken", "jsonb_build_object('value', u.name, 'by', a.full_name)")}
           END ORDER BY u.key) AS problems
    FROM staged s CROSS JOIN unnest(s.aliases, s.alias_keys) AS u(name, key)
    LEFT JOIN plan_repeat x ON x.row_no = s.row_no AND x.key = u.key
    LEFT JOIN plan_move v ON v.taker = s.row_no AND v.key = u.key
    LEFT JOIN address held ON held.key = u.key AND held.account_id IS DISTINCT FROM coalesce(s.link_id, s.holder_id)
    LEFT JOIN account a ON a.id = held.account_id
   WHERE s.alias_keys IS NOT NULL AND s.decision IS DISTINCT FROM 'skip' AND u.key IS DISTINCT FROM s.email_key
     AND (x.key IS NOT NULL OR held.key IS NOT NULL AND v.key IS NULL)
   GROUP BY s.row_no
)`;

/**
 * A user name that an earlier row gives, or another account of the domain has; what the account is called already it may be called
 * on. Where the user name is the address, what is wrong with the one is wrong with the other, and told once, and an account that is
 * there keeps its user name. Asked only of rows that give one, off the index of user names.
 */
const usernameProblem = `CASE WHEN m.extra->>'username' <> '' AND m.decision IS DISTINCT FROM 'skip'
         AND lower(m.extra->>'username') IS DISTINCT FROM lower(m.old_username)
         AND NOT (${ruleFlag("byUsername")} AND (m.account_id IS NOT NULL OR m.claimed_line IS NOT NULL OR m.is_taken)) THEN
           CASE WHEN m.named_line IS NOT NULL
                THEN ${problemSql("m.line", "username", "username.duplicate", "jsonb_build_object('value', m.extra->'username', 'firstLine', m.named_line)")}
                ELSE (SELECT ${problemSql("m.line", "username", "username.taken", "jsonb_build_object('value', m.extra->'username', 'by', o.full_name)")}
                        FROM account o JOIN address p ON p.account_id = o.id AND p.is_primary
                       WHERE o.username IS NOT NULL AND lower(o.username) = lower(m.extra->>'username') AND o.id IS DISTINCT FROM m.account_id
                         AND split_part(p.key, '@', 2) = split_part(CASE WHEN m.link_id IS NULL THEN m.email_key
                               ELSE (SELECT q.key FROM address q WHERE q.account_id = m.link_id AND q.is_primary) END, '@', 2)
                       ORDER BY o.id LIMIT 1) END END`;

/**
 * Each row with the account that it means, and what becomes of it before its values are looked at. Where the file is the member
 * list of the import's groups, mode create passes over nobody in it: `joins` are put into those groups, and nothing else.
 */
const matchRows = `
, matched AS (
  SELECT s.*, ap.problems AS alias_problems, a.id AS account_id, a.version, a.role, a.full_name AS old_name, a.username AS old_username,
         CASE WHEN a.id IS NULL THEN 7 ELSE account_rank(a.role, a.admin_role) END AS old_rank, coalesce(a.admin_role, 'BASIC') AS old_admin_role,
         $2 = 'create' AND s.link_id IS NULL AND a.id IS NOT NULL AND ${ruleFlag("memberList")} AS joins,
         CASE WHEN s.extra IS NOT NULL AND ($2 <> 'create' OR s.link_id IS NOT NULL) AND a.id IS NOT NULL THEN account_flat(a) END AS flat,
         s.holder_id IS NOT NULL AND (CASE WHEN s.link_id IS NULL THEN NOT s.is_primary ELSE s.holder_id <> s.link_id END) AS is_taken,
         d.name AS old_department, d.name_key AS old_department_key
    FROM staged s
    LEFT JOIN alias_problem ap ON ap.row_no = s.row_no
    LEFT JOIN account a ON a.id = coalesce(s.link_id, s.holder_id)
    LEFT JOIN department d ON d.id = a.department_id
), named_row AS (
  SELECT m.*, ${usernameProblem} AS username_problem FROM matched m ${fence}
), member AS (
  SELECT m.account_id, array_agg(g.name_key) AS keys
    FROM membership m JOIN "group" g ON g.id = m.group_id
   WHERE m.account_id IN (SELECT account_id FROM matched WHERE $2 <> 'create' OR joins OR link_id IS NOT NULL)
   GROUP BY m.account_id
), judged AS (
  SELECT m.row_no, m.line, m.email, m.email_key, m.decision, m.link_id, m.claimed_line, m.meant_line, m.alias_problems, m.username_problem, m.account_id, m.version,
         m.role, m.old_name, m.old_rank, m.old_admin_role, m.joins, m.flat, m.is_taken, m.holder_id, m.old_department, m.old_department_key,
         CASE WHEN NOT m.joins THEN m.full_name END AS full_name, CASE WHEN NOT m.joins THEN m.department END AS department,
         CASE WHEN NOT m.joins THEN m.department_key END AS department_key, CASE WHEN NOT m.joins THEN m.extra END AS extra,
         CASE WHEN m.joins THEN $4::text[] ELSE m.groups END AS groups, CASE WHEN m.joins THEN $5::text[] ELSE m.group_keys END AS group_keys,
         CASE WHEN NOT m.joins THEN m.aliases END AS aliases, CASE WHEN NOT m.joins THEN m.alias_keys END AS alias_keys,
         m.has_password AND NOT m.joins AS has_password, coalesce(g.keys, '{}') AS old_keys,
         CASE
           WHEN m.decision = 'skip' THEN 'SKIP'
           WHEN m.has_error OR m.claimed_line IS NOT NULL OR m.meant_line IS NOT NULL OR m.alias_problems IS NOT NULL OR m.is_taken OR m.username_problem IS NOT NULL
                OR (m.link_id IS NOT NULL AND m.account_id IS NULL) THEN 'PROBLEM'
           WHEN m.account_id IS NULL THEN CASE WHEN $2 = 'update' THEN 'SKIP' ELSE 'CREATE' END
           WHEN $2 = 'create' AND m.link_id IS NULL AND NOT m.joins THEN 'SKIP'
           WHEN ${ruleFlag("protectAdministrators")} AND m.role = 'ADMINISTRATOR' THEN 'SKIP'
           ELSE 'UPDATE'
         END AS verdict
    FROM named_row m LEFT JOIN member g ON g.account_id = m.account_id
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
 * stand for addresses ("the sign-in name and the primary email", PRODUCT.md, control-panel), they say of an account that is there
 * which one it is and no more: what it is called is its own. Elsewhere a user name is a text like others.
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
             AND NOT (v.key = 'username' AND ${ruleFlag("byUsername")}))`;

const groupChanges = `CASE
             WHEN coalesce(cardinality(n.group_keys), 0) = 0 AND NOT coalesce(n.extra ? 'groups', false) THEN NULL
             WHEN ${noGroups} THEN NULL
             WHEN coalesce(n.group_keys, '{}') <@ n.old_keys
                  AND ((($3 = 'add' OR n.joins) AND NOT coalesce(n.extra ? 'groups', false)) OR n.old_keys <@ coalesce(n.group_keys, '{}')) THEN NULL
             ELSE ${addRemove(
               `(SELECT jsonb_agg(u.name ORDER BY u.place)
                   FROM (SELECT DISTINCT ON (k.key) k.name, k.key, k.place
                           FROM unnest(n.groups, n.group_keys) WITH ORDINALITY AS k(name, key, place)
                          WHERE k.key <> ALL (n.old_keys) ORDER BY k.key, k.place) u)`,
               `CASE WHEN ($3 = 'replace' AND NOT n.joins) OR n.extra ? 'groups' THEN
                  (SELECT jsonb_agg(g.name ORDER BY g.name)
                     FROM membership m JOIN "group" g ON g.id = m.group_id
                    WHERE m.account_id = n.account_id AND g.name_key <> ALL (coalesce(n.group_keys, '{}'))) END`,
             )} END`;

const ownAliases = "FROM address o WHERE o.account_id = n.account_id";
/** The address of a row that was linked becomes an alias; what other rows take (plan_move) goes. */
const aliasChanges = `CASE
             WHEN n.extra ? 'aliases' OR n.alias_keys IS NOT NULL OR n.link_id IS NOT NULL THEN
               (SELECT CASE WHEN x.add IS NOT NULL OR x.remove IS NOT NULL THEN ${addRemove("x.add", "x.remove")} END FROM (SELECT
                  (SELECT jsonb_agg(u.name ORDER BY u.key)
                     FROM (SELECT l.name, l.key FROM unnest(n.aliases, n.alias_keys) AS l(name, key) WHERE l.key IS DISTINCT FROM n.email_key
                            UNION ALL SELECT n.email, n.email_key WHERE n.link_id IS NOT NULL) u
                    WHERE u.key <> ALL (SELECT o.key ${ownAliases})) AS add,
                  (SELECT jsonb_agg(o.email ORDER BY o.key) ${ownAliases} AND NOT o.is_primary
                      AND (n.extra ? 'aliases' AND (n.link_id IS NULL OR o.key <> n.email_key)
                           OR EXISTS (SELECT FROM plan_move v WHERE v.giver = n.row_no AND v.key = o.key))) AS remove) x) END`;

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
                   WHEN f.verdict = 'UPDATE' AND f.changes = '{}' THEN CASE WHEN f.joins THEN 'SKIP' ELSE 'UNCHANGED' END
                   ELSE f.verdict END AS outcome
    FROM faulted f ${fence}
)`;

export const planRowsSql = `
INSERT INTO import_plan_row (import_id, row_no, outcome, reason, account_id, account_version, changes, problems)
${readRows}${matchRows}${weighRows}${compareRows}
SELECT $1, c.row_no, c.outcome::"Outcome",
       CASE WHEN c.outcome = 'SKIP' THEN
         CASE WHEN c.decision = 'skip' THEN 'dropped' WHEN c.account_id IS NULL THEN 'missing'
              WHEN $2 = 'create' AND c.link_id IS NULL THEN 'exists' ELSE 'administrator' END END,
       CASE WHEN c.outcome = 'CREATE' THEN nextval('account_id_seq') ELSE c.account_id END,
       CASE WHEN c.outcome = 'UPDATE' THEN c.version END,
       CASE WHEN c.outcome IN ('CREATE', 'UPDATE') AND c.changes <> '{}' THEN c.changes END,
       CASE WHEN c.outcome NOT IN ('CREATE', 'SKIP') THEN nullif(coalesce(CASE
         WHEN c.claimed_line IS NOT NULL THEN jsonb_build_array(${problemSql("c.line", "email", "email.duplicate", "jsonb_build_object('value', c.email, 'firstLine', c.claimed_line)", "error", true)})
         WHEN c.link_id IS NOT NULL AND c.account_id IS NULL THEN jsonb_build_array(${problemSql("c.line", "email", "link.gone", "'{}'::jsonb")})
         WHEN c.meant_line IS NOT NULL THEN jsonb_build_array(${problemSql("c.line", "email", "link.duplicate", "jsonb_build_object('firstLine', c.meant_line)")})
         WHEN c.is_taken THEN jsonb_build_array(${problemSql("c.line", "email", "email.taken", "jsonb_build_object('value', c.email, 'by', (SELECT full_name FROM account WHERE id = c.holder_id))", "error", true)})
         WHEN c.verdict = 'UPDATE' AND c.has_password
           THEN coalesce(c.other_problems, '[]') || ${problemSql("c.line", "password", "password.ignored", "'{}'::jsonb", "info")}
         ELSE c.other_problems
       END, '[]') || CASE WHEN c.username_problem IS NULL THEN '[]' ELSE jsonb_build_array(c.username_problem) END || coalesce(c.alias_problems, '[]'), '[]') END
  FROM decided c
 ORDER BY c.row_no`;
