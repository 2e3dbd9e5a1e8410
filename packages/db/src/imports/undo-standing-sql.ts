/**
 * How much of an import, or of an undo, is taken back as it stands, by the numbers of its undos, their undos and so on; which rows
 * these are it must not know (undo-rows-sql.ts does). An alias is that of a row of `import`.
 */

/** It brings back what an undo took: the undo of an undo, of an undo of that and so on in turn. False of a file. */
export const isRedoSql = (alias: string): string => `(${alias}.undoes_id IS NOT NULL AND (
    WITH RECURSIVE up AS (SELECT i1.undoes_id FROM import i1 WHERE i1.id = ${alias}.undoes_id
      UNION ALL SELECT i2.undoes_id FROM import i2 JOIN up ON i2.id = up.undoes_id)
    SELECT count(*) % 2 = 0 FROM up))`;

/** Accounts that an undo took back. */
const tookSql = (alias: string): string =>
  `(coalesce((${alias}.consequences->'undo'->>'restored')::int, 0) + coalesce((${alias}.consequences->'undo'->>'removed')::int, 0))`;

/** Accounts of it that are taken back: what its undos took, less what theirs brought again, and so on. An account is taken once. */
const takenBackSql = (alias: string): string => `(
    WITH RECURSIVE down AS (
      SELECT i1.id, 1 AS sign, ${tookSql("i1")} AS took FROM import i1 WHERE i1.undoes_id = ${alias}.id AND i1.status = 'COMPLETED'
      UNION ALL SELECT i2.id, -d.sign, ${tookSql("i2")} FROM import i2 JOIN down d ON i2.undoes_id = d.id WHERE i2.status = 'COMPLETED')
    SELECT coalesce(sum(d.sign * d.took), 0)::int FROM down d)`;

/** A COMPLETED undo whose doing is not all undone itself; one that took nothing back is none. */
const undoStandsSql = (alias: string): string =>
  `(${alias}.status = 'COMPLETED' AND ${tookSql(alias)} > ${takenBackSql(alias)})`;

/** Accounts that it made or changed, those outside its file too. */
const touchedSql = (alias: string): string => `CASE WHEN ${alias}.undoes_id IS NOT NULL THEN ${tookSql(alias)}
    ELSE coalesce((${alias}.summary->>'create')::int, 0) + coalesce((${alias}.summary->>'update')::int, 0)
         + (SELECT count(DISTINCT x.account_id)::int FROM import_removal x WHERE x.import_id = ${alias}.id AND x.applied) END`;

/** How many of its accounts are taken back, where others stand; null: all are, but for those that are gone. */
const partTakenBackSql = (alias: string): string => `(
    SELECT n.back FROM (SELECT ${takenBackSql(alias)} AS back) n
     WHERE n.back + coalesce((SELECT max((u.consequences->'undo'->>'gone')::int) FROM import u WHERE u.undoes_id = ${alias}.id AND ${undoStandsSql("u")}), 0)
           < ${touchedSql(alias)})`;

/** Something of it stands: nothing was taken back, not all, or that was undone in turn. */
export const standsSql = (alias: string): string =>
  `(NOT EXISTS (SELECT FROM import u WHERE u.undoes_id = ${alias}.id AND ${undoStandsSql("u")}) OR ${partTakenBackSql(alias)} IS NOT NULL)`;

/** The newest undo of it that is under way or stands, as JSON; `rows`: those that are chosen, or taken back in all; null = all. */
export const undoneBySql = (alias: string): string => `(
    SELECT jsonb_build_object('id', u.id::text, 'at', coalesce(u.ended_at, u.created_at), 'by', u.created_by_name, 'status', u.status,
             'rows', CASE WHEN u.status = 'COMPLETED' THEN ${partTakenBackSql(alias)}
                          WHEN jsonb_typeof(u.consequences->'rowNos') = 'array' THEN jsonb_array_length(u.consequences->'rowNos') END)
      FROM import u WHERE u.undoes_id = ${alias}.id AND (u.status = 'COMMITTING' OR ${undoStandsSql("u")}) ORDER BY u.id DESC LIMIT 1)`;
