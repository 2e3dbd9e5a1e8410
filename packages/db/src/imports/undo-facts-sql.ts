/**
 * What an undo comes to, read from the rows of undoRowsSql (`work`): the heaps, what goes with them, and what the guards ask.
 * A preview gives the rows as a subquery, the undo itself its temporary table. $1 is always the import that is taken back.
 */
import { rootSql } from "./undo-rows-sql";

const roleBefore = `account_rank((w.before->'account'->>'role')::"Role", (w.before->'account'->>'admin_role')::"AdminRole")`;
const ableBefore = `(w.before->'account'->>'role' = 'ADMINISTRATOR' AND w.before->'account'->>'admin_role' = 'MASTER'
    AND (w.before->'account'->>'enabled')::boolean AND NOT (w.before->'account'->>'locked_out')::boolean)`;
const able = `(a.role = 'ADMINISTRATOR' AND a.admin_role = 'MASTER' AND a.enabled AND NOT a.locked_out)`;

/** Sessions of who gets another role, or may not sign in any more, end. */
export const signsOut = `w.changes ?| '{role,adminRole,enabled,lockedOut}'`;

/**
 * One row. `strongest`: the strongest role among the accounts that are touched, before or after (account_rank; 7 is a user);
 * `loses`: no Master would be left who can sign in.
 */
const isAdministrator = `coalesce(w.role = 'ADMINISTRATOR', false)`;
const wasAdministrator = `coalesce(w.before->'account'->>'role' = 'ADMINISTRATOR', false)`;

export const undoFactsSql = (work: string): string => `
WITH work AS MATERIALIZED (${work}), touched AS (
  SELECT w.*, a.role, a.admin_role, a.id AS live, ${able} AS able FROM work w LEFT JOIN account a ON a.id = w.account_id
   WHERE w.heap IN ('RESTORED', 'REMOVED')
)
SELECT (SELECT count(*) FROM work WHERE heap = 'RESTORED')::int AS restored, (SELECT count(*) FROM work WHERE heap = 'REMOVED')::int AS removed,
       (SELECT count(*) FROM work WHERE heap = 'KEPT')::int AS kept, (SELECT count(*) FROM work WHERE heap = 'GONE')::int AS gone,
       (SELECT count(*) FROM work WHERE heap = 'RESTORED' AND reason IS NOT NULL)::int AS lacking,
       (SELECT count(*) FROM message m JOIN touched w ON w.account_id = m.account_id
         WHERE m.import_id = ${rootSql} AND m.state = 'SENT' AND m.kind IN ('welcome', 'invitation'))::int AS "mailsSent",
       (SELECT count(*) FROM message m JOIN touched w ON w.account_id = m.cancelled_account_id
         WHERE m.import_id = ${rootSql} AND m.cancelled_by_id = $1::bigint AND m.state = 'CANCELLED' AND m.kind = 'welcome'
           AND w.way IN ('RESTORED', 'REMADE'))::int AS "mailsAgain",
       (SELECT count(*) FROM session s JOIN touched w ON w.account_id = s.account_id
         WHERE s.ended_at IS NULL AND s.expires_at > now() AND (w.way = 'REMOVED' OR ${signsOut}))::int AS sessions,
       (SELECT coalesce(min(least(account_rank(w.role, w.admin_role), CASE WHEN w.before ? 'account' THEN ${roleBefore} END)), 7)
          FROM touched w)::int AS strongest,
       (SELECT count(*) FROM touched w WHERE w.way = 'REMADE')::int AS remade,
       (SELECT count(*) FROM touched w WHERE ${isAdministrator})::int AS administrators,
       (SELECT count(*) FROM touched w WHERE w.way <> 'REMOVED' AND ${wasAdministrator} AND NOT ${isAdministrator})::int AS "administratorsMade",
       (SELECT count(*) FROM touched w JOIN membership m ON m.account_id = w.account_id
         WHERE w.way = 'RESTORED' AND w.before ? 'groupIds' AND NOT w.before->'groupIds' @> to_jsonb(m.group_id))::int AS "membershipsEnded",
       coalesce((SELECT bool_or(w.changes ? 'accountCode') FROM touched w), false) AS "accountCodes",
       EXISTS (SELECT FROM touched w WHERE w.able AND (w.way = 'REMOVED' OR w.before ? 'account' AND NOT ${ableBefore}))
         AND NOT EXISTS (SELECT FROM account a WHERE ${able} AND a.id NOT IN (SELECT account_id FROM touched))
         AND NOT EXISTS (SELECT FROM touched w WHERE w.way <> 'REMOVED' AND CASE WHEN w.before ? 'account' THEN ${ableBefore} ELSE w.able END) AS loses,
       (SELECT encode(sha256(convert_to(coalesce(string_agg(w.row_no || ':' || w.heap || ':' || coalesce(w.live_version, 0) || CASE WHEN w.heap = 'RESTORED' THEN coalesce(w.reason, '') ELSE '' END, ',' ORDER BY w.row_no), ''), 'UTF8')), 'hex')
          FROM work w) AS fingerprint`;

/**
 * What the file created and nobody would use any more, for the preview: groups, departments. (Attributes are looked at when it is
 * done; a look at every account is too dear for a preview.)
 */
export const undoUnusedSql = (work: string): string => `
WITH work AS MATERIALIZED (${work}), root AS (SELECT ${rootSql} AS id)
SELECT (SELECT count(*) FROM "group" g JOIN root ON g.created_import_id = root.id
         WHERE g.policy_id IS NULL AND g.description IS NULL AND NOT EXISTS (
           SELECT FROM membership m LEFT JOIN work w ON w.account_id = m.account_id AND w.heap IN ('RESTORED', 'REMOVED')
            WHERE m.group_id = g.id AND (w.account_id IS NULL OR w.way = 'JOINED'
              OR w.way = 'RESTORED' AND w.before->'groupIds' @> to_jsonb(g.id))))::int AS groups,
       (SELECT count(*) FROM department d JOIN root ON d.created_import_id = root.id
         WHERE NOT EXISTS (
           SELECT FROM account a LEFT JOIN work w ON w.account_id = a.id AND w.heap IN ('RESTORED', 'REMOVED')
            WHERE a.department_id = d.id AND (w.account_id IS NULL OR w.way = 'JOINED'
              OR w.way = 'RESTORED' AND (coalesce(w.before->'departmentId', w.before->'account'->'department_id')) = to_jsonb(d.id))))::int AS departments`;

/** Nobody joins them between the look and the deletion. */
export const lockUnusedSql = ['"group"', "department", "attribute"].map(
  (table) =>
    `SELECT t.id FROM ${table} t WHERE t.created_import_id = ${rootSql} ORDER BY t.id FOR UPDATE OF t`,
);

/** Deletes what the file created and nobody uses, and gives the rows, so that taking the undo back makes them again. */
export const deleteUnusedSql = `
WITH root AS (SELECT ${rootSql} AS id), groups AS (
  DELETE FROM "group" g USING root WHERE g.created_import_id = root.id AND g.policy_id IS NULL AND g.description IS NULL
     AND NOT EXISTS (SELECT FROM membership m WHERE m.group_id = g.id) RETURNING to_jsonb(g) AS row
), departments AS (
  DELETE FROM department d USING root WHERE d.created_import_id = root.id
     AND NOT EXISTS (SELECT FROM account a WHERE a.department_id = d.id) RETURNING to_jsonb(d) AS row
), used AS MATERIALIZED (
  SELECT DISTINCT k.key FROM account a, jsonb_object_keys(a.attributes) AS k(key)
   WHERE a.attributes <> '{}'::jsonb AND EXISTS (SELECT FROM attribute t JOIN root ON t.created_import_id = root.id)
), attributes AS (
  DELETE FROM attribute t USING root WHERE t.created_import_id = root.id AND t.name_key NOT IN (SELECT key FROM used) RETURNING to_jsonb(t) AS row
)
SELECT jsonb_build_object('groups', (SELECT coalesce(jsonb_agg(row), '[]') FROM groups),
                          'departments', (SELECT coalesce(jsonb_agg(row), '[]') FROM departments),
                          'attributes', (SELECT coalesce(jsonb_agg(row), '[]') FROM attributes)) AS deleted`;

/** Of names that some undo deleted: of what it puts back now, somebody is to have them again. */
const wanted = {
  departments: `(f.row->>'id') IN (SELECT coalesce(w.before->>'departmentId', w.before->'account'->>'department_id') FROM undo_work w WHERE w.heap = 'RESTORED')
     AND NOT EXISTS (SELECT FROM department d WHERE d.id = (f.row->>'id')::bigint)`,
  groups: `(f.row->>'id') IN (SELECT j.id FROM undo_work w, jsonb_array_elements_text(coalesce(w.before->'groupIds', w.before->'join')) AS j(id) WHERE w.heap = 'RESTORED')
     AND NOT EXISTS (SELECT FROM "group" g WHERE g.id = (f.row->>'id')::bigint)`,
  attributes: `(f.row->>'name_key') IN (SELECT k.key FROM undo_work w, jsonb_object_keys(w.before->'account'->'attributes') AS k(key) WHERE w.heap = 'RESTORED')`,
};

/**
 * What must be there before anybody gets it back, as rows: names that the undo $1 deleted, and what another undo deleted since
 * nobody used it and somebody does again, as it was last. The undo's rows stand in undo_work.
 */
export const namesToRemakeSql = `
WITH fallen AS (
  SELECT k.kind, e.row, i.id = $1::bigint AS own, i.ended_at FROM import i, unnest('{groups,departments,attributes}'::text[]) AS k(kind),
         jsonb_array_elements(CASE jsonb_typeof(i.consequences->'deleted') WHEN 'object' THEN i.consequences->'deleted'->k.kind END) AS e(row)
   WHERE i.undoes_id IS NOT NULL AND i.status = 'COMPLETED'
), again AS (
  SELECT DISTINCT ON (f.kind, f.row->>'id') f.kind, f.row FROM fallen f
   WHERE f.own OR CASE f.kind WHEN 'departments' THEN ${wanted.departments} WHEN 'groups' THEN ${wanted.groups} ELSE ${wanted.attributes} END
   ORDER BY f.kind, f.row->>'id', f.ended_at DESC
)
SELECT jsonb_build_object('groups', (SELECT coalesce(jsonb_agg(row), '[]') FROM again WHERE kind = 'groups'),
                          'departments', (SELECT coalesce(jsonb_agg(row), '[]') FROM again WHERE kind = 'departments'),
                          'attributes', (SELECT coalesce(jsonb_agg(row), '[]') FROM again WHERE kind = 'attributes')) AS names`;

/** Makes them again. $1: such rows; names that somebody took meanwhile stay theirs. */
export const remakeUnusedSql = [
  ["group", "groups"],
  ["department", "departments"],
  ["attribute", "attributes"],
].map(
  ([table, key]) => `
INSERT INTO "${String(table)}" SELECT (jsonb_populate_record(NULL::"${String(table)}", row)).*
  FROM jsonb_array_elements($1::jsonb->'${String(key)}') AS e(row) ON CONFLICT DO NOTHING`,
);
