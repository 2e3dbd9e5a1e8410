/**
 * What settles once the rows are planned: aliases that were to move (plan_move) and whose row does not come true after all.
 * After it the plan guarantees, and a commit may build on it: an address that a row adds (its own as CREATE, or in
 * changes.aliases.add) and that somebody has today is, in the same plan, in changes.aliases.remove of the UPDATE row of whoever
 * has it. So removing all aliases first and adding all addresses then collides with nobody; rings (A to B, B to A) included.
 */
import { problemSql } from "./plan-problems-sql";

const taken = (field: string, code: string, value: string, byUsername = false): string =>
  problemSql(
    "r.line",
    field,
    code,
    `jsonb_build_object('value', ${value}, 'by', a.full_name)`,
    "error",
    byUsername,
  );

/** Rows that take what nobody gives up, and those that waited for these. $1 import, $2 PlanRules. */
export const failMovesSql = `
WITH RECURSIVE failed AS (
  SELECT m.taker, m.key FROM plan_move m JOIN import_plan_row g ON g.import_id = $1 AND g.row_no = m.giver AND g.outcome <> 'UPDATE'
   UNION
  SELECT m.taker, m.key FROM failed f JOIN plan_move m ON m.giver = f.taker
), told AS (
  SELECT m.taker, min(m.account_id) FILTER (WHERE m.key = r.email_key) AS holder_id,
         jsonb_agg(CASE WHEN m.key = r.email_key THEN ${taken("email", "email.taken", "r.email", true)}
                        ELSE ${taken("aliases", "alias.taken", "coalesce(r.aliases[array_position(r.alias_keys, m.key)], m.key)")} END
                   ORDER BY m.key <> r.email_key, m.key) AS problems
    FROM failed f JOIN plan_move m USING (taker, key) JOIN account a ON a.id = m.account_id
    JOIN import_row r ON r.import_id = $1 AND r.row_no = m.taker
   GROUP BY m.taker
)
UPDATE import_plan_row p
   SET outcome = 'PROBLEM', changes = NULL, problems = t.problems,
       account_id = CASE WHEN p.outcome = 'CREATE' THEN t.holder_id ELSE p.account_id END
  FROM told t WHERE p.import_id = $1 AND p.row_no = t.taker AND p.outcome IN ('CREATE', 'UPDATE')`.replaceAll(
  "$6",
  "$2",
);

/** What a row gave up only for another to take stays where that one takes nothing. */
export const keepUntakenSql = `
WITH untaken AS (
  SELECT m.giver, array_agg(m.email) AS emails
    FROM plan_move m JOIN import_plan_row t ON t.import_id = $1 AND t.row_no = m.taker AND t.outcome NOT IN ('CREATE', 'UPDATE')
   WHERE NOT m.cleared GROUP BY m.giver
), kept AS (
  SELECT p.row_no, p.changes - 'aliases' || CASE WHEN p.changes->'aliases'->'add' = '[]' AND x.remove IS NULL THEN '{}' ELSE
           jsonb_build_object('aliases', jsonb_build_object('add', p.changes->'aliases'->'add', 'remove', coalesce(x.remove, '[]'))) END AS changes
    FROM untaken u JOIN import_plan_row p ON p.import_id = $1 AND p.row_no = u.giver AND p.outcome = 'UPDATE'
   CROSS JOIN LATERAL (SELECT jsonb_agg(e.email ORDER BY e.place) AS remove
                         FROM jsonb_array_elements_text(p.changes->'aliases'->'remove') WITH ORDINALITY AS e(email, place)
                        WHERE e.email <> ALL (u.emails)) x
   WHERE p.changes ? 'aliases'
)
UPDATE import_plan_row p SET changes = nullif(k.changes, '{}'), outcome = CASE WHEN k.changes = '{}' THEN 'UNCHANGED' ELSE p.outcome END
  FROM kept k WHERE p.import_id = $1 AND p.row_no = k.row_no`;
