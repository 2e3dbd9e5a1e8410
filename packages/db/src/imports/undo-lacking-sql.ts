/**
 * What an account cannot get back although it is put back: a department, service plan or group that was deleted since. Said beside
 * the row; one that an undo deleted comes again (namesToRemakeSql) and lacks nothing. Reads and settles undo_work.
 */

/** Names that undos deleted because nobody used them. */
export const createFallenSql = `CREATE TEMPORARY TABLE undo_fallen (kind text, id bigint, PRIMARY KEY (kind, id)) ON COMMIT DROP`;

const departmentId = `coalesce(w.before->>'departmentId', w.before->'account'->>'department_id')::bigint`;
const planId = `coalesce(w.before->>'planId', w.before->'account'->>'plan_id')::bigint`;
const groupIds = `jsonb_array_elements_text(coalesce(w.before->'groupIds', w.before->'join')) AS j(id)`;

/** The import took it out of some, or deleted the account; who lost another since, lost it by other hands. */
const lostGroups = `(w.way = 'REMADE' OR w.changes->'groups'->'remove' <> '[]')`;
const goneGroup = `j.id::bigint NOT IN (SELECT id FROM "group") AND j.id::bigint NOT IN (SELECT id FROM undo_fallen WHERE kind = 'groups')`;

const fallenSql = (from: string, where: string): string => `
INSERT INTO undo_fallen
SELECT DISTINCT k.kind, (e.row->>'id')::bigint FROM import i, unnest('{groups,departments}'::text[]) AS k(kind),
       jsonb_array_elements(CASE jsonb_typeof(i.consequences->'deleted') WHEN 'object' THEN i.consequences->'deleted'->k.kind END) AS e(row)${from}
 WHERE i.undoes_id IS NOT NULL AND i.status = 'COMPLETED'${where}`;

/** All of them: for an undo as a whole, which would name most of them anyway. */
export const fillFallenSql = fallenSql("", "");

/** For a page of rows: those that they ask for and that are not there. Where nothing is missing, nothing is read. */
export const fillFallenOfPageSql = `
WITH missing AS MATERIALIZED (
  SELECT 'departments' AS kind, ${departmentId} AS id FROM undo_work w
   WHERE w.heap = 'RESTORED' AND w.way <> 'JOINED' AND ${departmentId} NOT IN (SELECT id FROM department)
  UNION SELECT 'groups', j.id::bigint FROM undo_work w, ${groupIds}
   WHERE w.heap = 'RESTORED' AND ${lostGroups} IS TRUE AND j.id::bigint NOT IN (SELECT id FROM "group")
) ${fallenSql(", missing m", ` AND EXISTS (SELECT FROM missing) AND m.kind = k.kind AND m.id = (e.row->>'id')::bigint`)}`;

/** A member outside the file whom there is no group to go back to. */
export const keepJoinedSql = `
UPDATE undo_work w SET heap = 'KEPT', reason = 'The group is gone, or it is a member again.'
 WHERE w.way = 'JOINED' AND w.heap = 'RESTORED' AND NOT EXISTS (
   SELECT FROM ${groupIds} WHERE j.id::bigint IN (SELECT g.id FROM "group" g UNION ALL SELECT f.id FROM undo_fallen f WHERE f.kind = 'groups')
      AND NOT EXISTS (SELECT FROM membership m WHERE m.account_id = w.account_id AND m.group_id = j.id::bigint))`;

/** What changes call them; of an account that was deleted nothing is called by its name. */
const single = (kind: string, gone: string, field: string, one: string): string => `
       CASE WHEN ${gone} THEN coalesce('The ${kind} ' || (w.changes->'${field}'->>'from'), '${one}') || ' was deleted since.' END`;
const groupWords = `(SELECT CASE count(*) WHEN 0 THEN CASE w.way WHEN 'REMADE' THEN 'A group of it was deleted since.' END
           WHEN 1 THEN 'The group ' || min(n.name) || ' was deleted since.'
           ELSE 'The groups ' || string_agg(n.name, ', ' ORDER BY n.name) || ' were deleted since.' END
    FROM jsonb_array_elements_text(w.changes->'groups'->'remove') AS n(name) WHERE NOT EXISTS (SELECT FROM "group" g WHERE g.name = n.name))`;

/** Nothing is read twice: of most rows each of the three is known by a look at a small table, which may be empty. */
export const sayLackingSql = `
WITH looked AS MATERIALIZED (
  SELECT w.row_no,
         w.way <> 'JOINED' AND ${departmentId} IS NOT NULL AND ${departmentId} NOT IN (SELECT id FROM department)
           AND ${departmentId} NOT IN (SELECT id FROM undo_fallen WHERE kind = 'departments') AS department,
         w.way <> 'JOINED' AND ${planId} IS NOT NULL AND ${planId} NOT IN (SELECT id FROM service_plan) AS plan,
         ${lostGroups} IS TRUE AND EXISTS (SELECT FROM ${groupIds} WHERE ${goneGroup}) AS groups
    FROM undo_work w WHERE w.heap = 'RESTORED'
)
UPDATE undo_work w SET reason = nullif(concat_ws(' ', ${single("department", "l.department", "department", "Its department")},${single("service plan", "l.plan", "plan", "Its service plan")},
       CASE WHEN l.groups THEN ${groupWords} END), '')
  FROM looked l WHERE l.row_no = w.row_no AND (l.department OR l.plan OR l.groups)`;
