/** Which rows an edit concerns, and what they and their plans were before it. $1 is the import unless said otherwise. */
import { usernameKey, type PlanShape } from "./plan-tables-sql";

/** What the edited rows were. $1 the step. */
export const keepBeforeSql = [
  `DROP TABLE IF EXISTS pg_temp.plan_before, pg_temp.plan_old`,
  `CREATE TEMP TABLE plan_before (LIKE import_row) ON COMMIT DROP`,
  `CREATE TEMP TABLE plan_old (LIKE import_plan_row) ON COMMIT DROP`,
  `INSERT INTO plan_before SELECT b.* FROM import_edit_row e, jsonb_populate_record(NULL::import_row, e.before) b WHERE e.edit_id = $1`,
  `ALTER TABLE plan_before ADD PRIMARY KEY (row_no)`,
];

/**
 * The edited rows, into plan_scope; into plan_key the addresses and user names that they claimed or claim otherwise than before. Gives what the
 * rows have, or had, beyond the ordinary.
 */
export const scopeEditedSql = `
WITH edited AS (
  INSERT INTO plan_scope SELECT row_no FROM plan_before
), versions AS (
  SELECT r.*, b.email_key IS NOT DISTINCT FROM r.email_key AND b.alias_keys IS NOT DISTINCT FROM r.alias_keys
         AND b.decision IS NOT DISTINCT FROM r.decision AND b.link_account_id IS NOT DISTINCT FROM r.link_account_id
         AND b.extra->'username' IS NOT DISTINCT FROM r.extra->'username' AS same
    FROM plan_before b JOIN import_row r ON r.import_id = $1 AND r.row_no = b.row_no
   UNION ALL
  SELECT b.*, b.email_key IS NOT DISTINCT FROM r.email_key AND b.alias_keys IS NOT DISTINCT FROM r.alias_keys
         AND b.decision IS NOT DISTINCT FROM r.decision AND b.link_account_id IS NOT DISTINCT FROM r.link_account_id
         AND b.extra->'username' IS NOT DISTINCT FROM r.extra->'username'
    FROM plan_before b JOIN import_row r ON r.import_id = $1 AND r.row_no = b.row_no
), keys AS (
  INSERT INTO plan_key
  SELECT email_key FROM versions WHERE NOT same AND email_key IS NOT NULL
   UNION
  SELECT u.key FROM versions, unnest(alias_keys) u(key) WHERE NOT same
   UNION
  SELECT u.key FROM versions v CROSS JOIN LATERAL (SELECT ${usernameKey("v")} AS key) u WHERE NOT same AND u.key IS NOT NULL
)
SELECT coalesce(bool_or(extra IS NOT NULL), false) AS extra, coalesce(bool_or(alias_keys IS NOT NULL), false) AS aliases,
       coalesce(bool_or(extra ? 'aliases'), false) AS clears, coalesce(bool_or(decision IS NOT NULL), false) AS decisions,
       coalesce(bool_or(decision = 'link'), false) AS links, coalesce(bool_or(extra ? 'username'), false) AS usernames
  FROM versions`;

/** Whoever claims one of plan_key, where plan_claimant says it. */
export const scopeFoundSql = `INSERT INTO plan_scope SELECT row_no FROM plan_claimant ON CONFLICT DO NOTHING`;

/** Whoever claims one of plan_key, by a look through all rows. */
export const scopeClaimantsSql = (shape: Pick<PlanShape, "aliases" | "usernames">): string[] => [
  `INSERT INTO plan_scope SELECT r.row_no FROM import_row r
    WHERE r.import_id = $1 AND EXISTS (SELECT FROM plan_key) AND r.email_key IN (SELECT key FROM plan_key) ON CONFLICT DO NOTHING`,
  ...(shape.aliases
    ? [
        `INSERT INTO plan_scope SELECT DISTINCT r.row_no FROM import_row r, unnest(r.alias_keys) u(key)
    WHERE r.import_id = $1 AND EXISTS (SELECT FROM plan_key) AND r.alias_keys IS NOT NULL AND u.key IN (SELECT key FROM plan_key) ON CONFLICT DO NOTHING`,
      ]
    : []),
  ...(shape.usernames ? [claimUsernamesSql("plan_scope")] : []),
];

/** Whoever gives a user name of plan_key; the review's index knows addresses alone. */
export const claimUsernamesSql = (into: "plan_scope" | "plan_claimant"): string =>
  `INSERT INTO ${into} SELECT r.row_no FROM import_row r
    WHERE r.import_id = $1 AND EXISTS (SELECT FROM plan_key WHERE starts_with(key, 'user ')) AND r.extra ? 'username'
      AND ${usernameKey("r")} IN (SELECT key FROM plan_key) ON CONFLICT DO NOTHING`;

/** The rows that were not edited are what they were. */
export const copyScopeRowsSql = `
INSERT INTO plan_before SELECT r.* FROM import_row r JOIN plan_scope o ON o.row_no = r.row_no WHERE r.import_id = $1 ON CONFLICT DO NOTHING`;

export const copyScopePlansSql = [
  `INSERT INTO plan_old SELECT p.* FROM import_plan_row p JOIN plan_scope o ON o.row_no = p.row_no WHERE p.import_id = $1`,
  `ANALYZE plan_old`,
];

/**
 * Adds to plan_key the addresses and user names of rows of which one was claimed twice before the edit. Of the other rows what the edit did not
 * change was claimed once, or first, and is so still: a plan tells every repeat, whatever else is wrong with the row.
 */
export const addRepeatedKeysSql = `
INSERT INTO plan_key
SELECT u.key FROM plan_old o JOIN import_row r ON r.import_id = $1 AND r.row_no = o.row_no, unnest(array_append(r.email_key || r.alias_keys, ${usernameKey("r")})) u(key)
 WHERE u.key IS NOT NULL AND EXISTS (SELECT FROM jsonb_array_elements(o.problems) x WHERE x->>'code' LIKE '%.duplicate')
ON CONFLICT DO NOTHING`;

export const deletePlansSql = `DELETE FROM import_plan_row p USING plan_scope o WHERE p.import_id = $1 AND p.row_no = o.row_no`;

/**
 * Whether an alias may move by the edit: a row of plan_scope claims an alias of an account that another row means; or means an
 * account of which another row claims an alias. Generous: planning the whole import then is right in any case. $2 mode.
 */
export const maySettleSql = `
WITH mine AS (
  SELECT h.account_id FROM plan_before b JOIN address h ON h.key = b.email_key AND h.is_primary
   UNION SELECT h.account_id FROM plan_scope JOIN import_row r USING (row_no) JOIN address h ON h.key = r.email_key AND h.is_primary WHERE r.import_id = $1
   UNION SELECT r.link_account_id FROM plan_scope JOIN import_row r USING (row_no) WHERE r.import_id = $1 AND r.decision = 'link'
), aliases AS (
  SELECT h.key, h.account_id FROM address h WHERE NOT h.is_primary AND h.account_id IN (SELECT account_id FROM mine)
), claimed AS (
  SELECT r.email_key AS key FROM import_row r JOIN plan_scope USING (row_no) WHERE r.import_id = $1
   UNION SELECT u.key FROM import_row r JOIN plan_scope USING (row_no), unnest(r.alias_keys) u(key) WHERE r.import_id = $1
), taken AS (
  SELECT h.key, h.account_id FROM claimed k JOIN address h ON h.key = k.key AND NOT h.is_primary
), others AS (
  SELECT r.row_no, r.decision, r.link_account_id, r.email_key, r.alias_keys FROM import_row r
   WHERE r.import_id = $1 AND (EXISTS (SELECT FROM aliases) OR EXISTS (SELECT FROM taken))
)
SELECT EXISTS (
         SELECT FROM others o JOIN aliases a ON a.key = o.email_key
       ) OR EXISTS (
         SELECT FROM others o, unnest(o.alias_keys) u(key) JOIN aliases a ON a.key = u.key
          WHERE NOT EXISTS (SELECT FROM address h WHERE h.account_id = a.account_id AND h.is_primary AND h.key = o.email_key)
       ) OR EXISTS (
         SELECT FROM taken t JOIN address p ON p.account_id = t.account_id AND p.is_primary JOIN others o ON o.email_key = p.key OR o.link_account_id = t.account_id
          WHERE t.key <> ALL (coalesce(o.alias_keys, '{}'))
       ) AND $2::text IS NOT NULL AS holds`;

/** Whether the plan of a row of plan_scope, before or now, touches a Master: the last one is a matter of all rows. */
export const touchesMastersSql = `
SELECT EXISTS (
  SELECT FROM account a JOIN (SELECT account_id FROM plan_old UNION ALL
         SELECT p.account_id FROM import_plan_row p JOIN plan_scope USING (row_no) WHERE p.import_id = $1) x ON x.account_id = a.id
   WHERE a.role = 'ADMINISTRATOR' AND a.admin_role = 'MASTER') AS holds`;
