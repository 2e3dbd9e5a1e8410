/**
 * What an account that comes back asks for and another has now: addresses, a user name. It is free when its
 * holder gives it up in this same undo, which depends on what that account asks for in turn. Reads and settles undo_work.
 */

export const createClaimsSql = `
CREATE TEMPORARY TABLE undo_claim (row_no int, said text, giver int) ON COMMIT DROP`;

/** Stored since the import was confirmed: names that two accounts had before it are nobody's fault now. $1 the import */
const since = `(SELECT coalesce(confirmed_at, planned_at, created_at) FROM import WHERE id = $1::bigint)`;
const comesBack = `w.heap = 'RESTORED' AND w.way <> 'JOINED'`;

/** Domain of the primary address that an account has once it is back. */
const domainBack = `split_part(coalesce(
         (SELECT x.key FROM jsonb_to_recordset(w.before->'addresses') AS x(key text, "isPrimary" boolean) WHERE x."isPrimary"),
         (SELECT h.key FROM address h WHERE h.account_id = w.account_id AND h.is_primary)), '@', 2)`;

/** User names are given once in a domain. Account codes are not among the claims: they name a group of accounts (S4), many share one. */
const usernameClaim = `
SELECT w.row_no, 'The user name ' || (w.before->'account'->>'username') || ' is another account’s now.',
       CASE WHEN g.way = 'REMOVED' OR g.before ? 'account' AND g.before->'account'->'username' IS DISTINCT FROM to_jsonb(a.username) THEN g.row_no END
  FROM undo_work w JOIN account a ON a.username IS NOT NULL AND a.id <> w.account_id
   AND lower(a.username) = lower(w.before->'account'->>'username')
   AND split_part((SELECT h.key FROM address h WHERE h.account_id = a.id AND h.is_primary), '@', 2) = ${domainBack}
  LEFT JOIN account own ON own.id = w.account_id
  LEFT JOIN undo_work g ON g.account_id = a.id
 WHERE ${comesBack} AND w.before->'account'->>'username' IS NOT NULL AND w.before->'account'->>'username' IS DISTINCT FROM own.username
   AND a.updated_at >= ${since}
   AND (g.row_no IS NULL OR g.heap NOT IN ('RESTORED', 'REMOVED') OR g.way = 'REMOVED'
        OR g.before ? 'account' AND g.before->'account'->'username' IS DISTINCT FROM to_jsonb(a.username))`;

/** What each row wants that somebody else has. `giver`: the row by which they give it up; null: they do not. $1 the import */
export const fillClaimsSql = `
INSERT INTO undo_claim (row_no, said, giver)
SELECT w.row_no, 'The address ' || x.email || ' belongs to another account now.',
       CASE WHEN g.way = 'REMOVED' OR g.before ? 'addresses' AND NOT g.before->'addresses' @> jsonb_build_array(jsonb_build_object('key', h.key))
            THEN g.row_no END
  FROM undo_work w, jsonb_to_recordset(w.before->'addresses') AS x(key text, email text)
  JOIN address h ON h.key = x.key
  LEFT JOIN undo_work g ON g.account_id = h.account_id
 WHERE ${comesBack} AND w.before ? 'addresses' AND h.account_id <> w.account_id
UNION ALL
${usernameClaim}`;

/** Accounts in whose hands the rows in undo_work find an address that they want, and which are not in undo_work themselves. */
export const missingHoldersSql = `
SELECT DISTINCT h.account_id FROM undo_work w, jsonb_to_recordset(w.before->'addresses') AS x(key text) JOIN address h ON h.key = x.key
 WHERE ${comesBack} AND w.before ? 'addresses' AND h.account_id <> w.account_id
   AND NOT EXISTS (SELECT FROM undo_work g WHERE g.account_id = h.account_id)`;

/**
 * Keeps every row that wants what nobody gives up: its holder is not taken back, or is kept itself, and so on along the chain. Rows
 * that only wait for each other, as two that changed their addresses about, are free.
 */
export const keepStuckSql = `
WITH RECURSIVE stuck AS (
  SELECT c.row_no FROM undo_claim c LEFT JOIN undo_work g ON g.row_no = c.giver
   WHERE c.giver IS NULL OR g.heap NOT IN ('RESTORED', 'REMOVED')
  UNION
  SELECT c.row_no FROM stuck s JOIN undo_claim c ON c.giver = s.row_no
)
UPDATE undo_work w SET heap = 'KEPT', reason = (
    SELECT min(c.said) FROM undo_claim c LEFT JOIN undo_work g ON g.row_no = c.giver
     WHERE c.row_no = w.row_no AND (c.giver IS NULL OR g.heap NOT IN ('RESTORED', 'REMOVED') OR c.giver IN (SELECT row_no FROM stuck)))
  FROM stuck s WHERE w.row_no = s.row_no`;
