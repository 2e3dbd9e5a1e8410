/**
 * What rows of a file have to do with each other, found before any of them is judged: addresses that several claim, accounts
 * that several mean, and aliases that one row gives up and another takes. Each is a temporary table that holds only the rows
 * concerned, so that an ordinary file leaves them empty. $1 is always the import.
 */

/** Of this session alone, gone with the transaction. */
export const planTablesSql = `
SET LOCAL client_min_messages = warning;
CREATE TEMP TABLE IF NOT EXISTS plan_scope (row_no int PRIMARY KEY) ON COMMIT DROP;
CREATE TEMP TABLE IF NOT EXISTS plan_key (key text PRIMARY KEY) ON COMMIT DROP;
CREATE TEMP TABLE IF NOT EXISTS plan_claimant (row_no int PRIMARY KEY) ON COMMIT DROP;
CREATE TEMP TABLE IF NOT EXISTS plan_repeat (row_no int, key text, first_line int NOT NULL, PRIMARY KEY (row_no, key)) ON COMMIT DROP;
CREATE TEMP TABLE IF NOT EXISTS plan_meant (row_no int PRIMARY KEY, first_line int NOT NULL) ON COMMIT DROP;
CREATE TEMP TABLE IF NOT EXISTS plan_move (taker int, key text, email text NOT NULL, account_id bigint NOT NULL, giver int NOT NULL,
  cleared boolean NOT NULL, PRIMARY KEY (taker, key)) ON COMMIT DROP;
TRUNCATE plan_scope, plan_key, plan_claimant, plan_repeat, plan_meant, plan_move`;

export const analyseTablesSql = `ANALYZE plan_scope, plan_key, plan_repeat, plan_meant, plan_move`;

/** What the rows of an import give and say beyond the ordinary: what is not there is not looked for. */
export interface PlanShape {
  extra: boolean;
  aliases: boolean;
  /** some row empties the aliases of its account */
  clears: boolean;
  decisions: boolean;
  links: boolean;
  /** some row gives a user name */
  usernames: boolean;
}

export const planShapeSql = `
SELECT coalesce(bool_or(extra IS NOT NULL), false) AS extra, coalesce(bool_or(alias_keys IS NOT NULL), false) AS aliases,
       coalesce(bool_or(extra ? 'aliases'), false) AS clears, coalesce(bool_or(decision IS NOT NULL), false) AS decisions,
       coalesce(bool_or(decision = 'link'), false) AS links, coalesce(bool_or(extra ? 'username'), false) AS usernames, count(*)::int AS rows
  FROM import_row WHERE import_id = $1`;

/** Every row of the import that has no plan yet. */
export const scopeRestSql = `
INSERT INTO plan_scope
SELECT r.row_no FROM import_row r
 WHERE r.import_id = $1 AND NOT EXISTS (SELECT FROM import_plan_row p WHERE p.import_id = $1 AND p.row_no = r.row_no)
 ORDER BY 1`;

/** Whoever left a row out left its addresses to the others. */
const ofImport = `r.import_id = $1 AND r.decision IS DISTINCT FROM 'skip'`;

/** Which claims are of interest: all, those of plan_key, or of these the ones of rows in plan_claimant. */
type Claims = "all" | "keys" | "claimants";

/** What rows may claim besides their own address. */
type ClaimShape = Pick<PlanShape, "aliases" | "usernames">;

/**
 * What a row claims as its user name, as a key that no address is: it is unique in the domain of the account's address, whatever
 * the case (PRODUCT.md, control-panel). NULL where it gives none, or is left out.
 */
export const usernameKey = (row: string): string =>
  `CASE WHEN ${row}.extra->>'username' <> '' AND ${row}.decision IS DISTINCT FROM 'skip' THEN 'user ' || lower(${row}.extra->>'username') || '@' || split_part(
     CASE WHEN ${row}.decision = 'link' THEN (SELECT p.key FROM address p WHERE p.account_id = ${row}.link_account_id AND p.is_primary)
          ELSE ${row}.email_key END, '@', 2) END`;

/** A row claims its own address, its aliases, and its user name. */
function claimsSql(shape: ClaimShape, of: Claims): string {
  const scoped = of !== "all";
  const kept =
    of === "claimants" ? `${ofImport} AND r.row_no IN (SELECT row_no FROM plan_claimant)` : ofImport;
  const own = `SELECT r.row_no, r.line, r.email_key AS key FROM import_row r
     WHERE ${kept} AND r.email_key IS NOT NULL ${scoped ? "AND r.email_key IN (SELECT key FROM plan_key)" : ""}`;
  const others = `SELECT r.row_no, r.line, u.key FROM import_row r, unnest(r.alias_keys) u(key)
     WHERE ${kept} AND r.alias_keys IS NOT NULL AND u.key IS DISTINCT FROM r.email_key ${scoped ? "AND u.key IN (SELECT key FROM plan_key)" : ""}`;
  const names = `SELECT n.row_no, n.line, n.key FROM (SELECT r.row_no, r.line, ${usernameKey("r")} AS key FROM import_row r
     WHERE ${kept} AND r.extra ? 'username' OFFSET 0) n WHERE n.key IS NOT NULL ${scoped ? "AND n.key IN (SELECT key FROM plan_key)" : ""}`;
  return [own, ...(shape.aliases ? [others] : []), ...(shape.usernames ? [names] : [])].join(" UNION ALL ");
}

const hashOf = (key: string): string => `hashtextextended(${key}, 0)`;

/** Into plan_many the hashes of addresses that are claimed more than once, and with luck of no others. Of numbers, on all cores. */
export const findManySql = (shape: ClaimShape): string[] => [
  `DROP TABLE IF EXISTS pg_temp.plan_many`,
  `CREATE TEMP TABLE plan_many ON COMMIT DROP AS
SELECT ${hashOf("c.key")} AS hash FROM (${claimsSql(shape, "all")}) c GROUP BY 1 HAVING count(*) > 1`,
];

/** Claims of addresses that an earlier row claims: of those of plan_many, or of plan_key. */
export const findRepeatsSql = (shape: ClaimShape, of: "many" | Exclude<Claims, "all">): string => `
INSERT INTO plan_repeat
SELECT row_no, key, first_line FROM (
  SELECT c.row_no, c.key, first_value(c.line) OVER same AS first_line, row_number() OVER same AS nth
    FROM (${claimsSql(shape, of === "many" ? "all" : of)}) c
   ${of === "many" ? `WHERE ${hashOf("c.key")} IN (SELECT hash FROM plan_many)` : ""}
  WINDOW same AS (PARTITION BY c.key ORDER BY c.row_no)) x
 WHERE nth > 1`;

/** A row means the account it is linked to, else the one whose primary address it has. */
const meaning = (accounts: string): string => `
  SELECT r.row_no, r.line, r.link_account_id AS account_id FROM import_row r
   WHERE ${ofImport} AND r.decision = 'link' AND r.link_account_id IN (${accounts})
  UNION ALL
  SELECT r.row_no, r.line, h.account_id FROM import_row r JOIN address h ON h.key = r.email_key AND h.is_primary
   WHERE ${ofImport} AND r.decision IS NULL AND h.account_id IN (${accounts})`;

const linked = `SELECT link_account_id FROM import_row r WHERE ${ofImport} AND r.decision = 'link'`;

/** Rows that mean an account which an earlier row means; run where rows are linked. */
export const findMeantSql = `
INSERT INTO plan_meant
SELECT row_no, first_line FROM (
  SELECT m.row_no, first_value(m.line) OVER same AS first_line, row_number() OVER same AS nth
    FROM (${meaning(linked)}) m WINDOW same AS (PARTITION BY m.account_id ORDER BY m.row_no)) x
 WHERE nth > 1`;

/** Whoever means an account that is linked is looked at again with it. */
export const scopeMeantSql = `
INSERT INTO plan_scope SELECT m.row_no FROM (${meaning(`${linked} UNION SELECT link_account_id FROM plan_before WHERE decision = 'link'`)}) m
ON CONFLICT DO NOTHING`;

/**
 * Aliases that move: one row claims an alias of an account that another row of the file means, and that row gives it up, by
 * emptying its aliases or by listing others. Found as if every row came true; settleMovesSql takes back what does not. $2 mode.
 */
export const findMovesSql = (shape: ClaimShape): string => `
INSERT INTO plan_move
WITH claim AS NOT MATERIALIZED (${claimsSql(shape, "all")}),
taken AS MATERIALIZED (
  SELECT c.row_no, c.key, h.email, h.account_id
    FROM claim c JOIN address h ON h.key = c.key AND NOT h.is_primary
    JOIN import_row t ON t.import_id = $1 AND t.row_no = c.row_no
    LEFT JOIN address own ON own.key = t.email_key AND own.is_primary
   WHERE CASE WHEN t.decision = 'link' THEN t.link_account_id ELSE own.account_id END IS DISTINCT FROM h.account_id
     AND NOT EXISTS (SELECT FROM plan_repeat x WHERE x.row_no = c.row_no AND x.key = c.key)
), meaning AS MATERIALIZED (${meaning("SELECT account_id FROM taken")}),
giver AS (SELECT account_id, min(row_no) AS row_no FROM meaning GROUP BY account_id)
SELECT t.row_no, t.key, t.email, t.account_id, g.row_no, coalesce(r.extra ? 'aliases', false)
  FROM taken t JOIN giver g ON g.account_id = t.account_id AND g.row_no <> t.row_no
  JOIN import_row r ON r.import_id = $1 AND r.row_no = g.row_no
 WHERE NOT r.has_error AND ($2 <> 'create' OR r.decision = 'link') AND r.email_key IS DISTINCT FROM t.key
   AND (r.extra ? 'aliases' OR r.alias_keys IS NOT NULL AND t.key <> ALL (r.alias_keys))`;
