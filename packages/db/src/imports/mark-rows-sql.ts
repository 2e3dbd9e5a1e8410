/**
 * Rows by mark, a cause of problems or a consequence. import_mark keeps their numbers by blocks, since one mark may be on nearly every
 * row of a million. What is written and read of it as SQL, without knowing what marks there are.
 */

/** The block that a row number lies in: 256 of them. */
export const markBlock = (rowNo: string): string => `(${rowNo} >> 8)`;

/** Marks of rows one by one: `import_id`, `cause`, `block`, `row_no`. */
export const eachMark = `(SELECT m.import_id, m.cause, m.block, u.row_no FROM import_mark m CROSS JOIN LATERAL unnest(m.rows) AS u(row_no))`;

/** Marks what `rows` selects: cause, row number. $1 import. */
export const markRowsSql = (rows: string): string => `
INSERT INTO import_mark AS m (import_id, cause, block, rows)
SELECT $1, x.cause, ${markBlock("x.row_no")}, array_agg(DISTINCT x.row_no ORDER BY x.row_no) FROM (${rows}) AS x(cause, row_no) GROUP BY 2, 3
ON CONFLICT (import_id, cause, block) DO UPDATE
   SET rows = ARRAY(SELECT DISTINCT u.row_no FROM unnest(m.rows || excluded.rows) AS u(row_no) ORDER BY 1)`;

/** How many rows have each mark, and which is the first. $1 import. */
export const countMarksSql = `
SELECT cause, sum(cardinality(rows))::int AS rows, min(rows[1]) AS "firstRow" FROM import_mark WHERE import_id = $1 GROUP BY cause`;

const blocksOfScope = `(SELECT DISTINCT ${markBlock("row_no")} AS block FROM plan_scope) b JOIN import_mark m ON m.import_id = $1 AND m.block = b.block`;

/** The same of the rows of plan_scope, without the first. */
export const countScopeMarksSql = `
SELECT m.cause, count(*)::int AS rows
  FROM ${blocksOfScope} CROSS JOIN LATERAL unnest(m.rows) AS u(row_no) JOIN plan_scope o ON o.row_no = u.row_no GROUP BY m.cause`;

/** Takes the marks of the rows of plan_scope away, and gives how many of each there were. */
export const unmarkSql = `
WITH touched AS (
  SELECT m.cause, m.block, count(o.row_no) AS gone, array_agg(u.row_no ORDER BY u.row_no) FILTER (WHERE o.row_no IS NULL) AS rest
    FROM ${blocksOfScope} CROSS JOIN LATERAL unnest(m.rows) AS u(row_no) LEFT JOIN plan_scope o ON o.row_no = u.row_no
   GROUP BY m.cause, m.block HAVING count(o.row_no) > 0
), emptied AS (
  DELETE FROM import_mark m USING touched t WHERE m.import_id = $1 AND m.cause = t.cause AND m.block = t.block AND t.rest IS NULL
), kept AS (
  UPDATE import_mark m SET rows = t.rest FROM touched t WHERE m.import_id = $1 AND m.cause = t.cause AND m.block = t.block AND t.rest IS NOT NULL
)
SELECT cause, sum(gone)::int AS rows FROM touched GROUP BY cause`;

/** $2 causes */
export const firstRowsSql = `
SELECT c.cause, f.row_no AS "firstRow" FROM unnest($2::text[]) AS c(cause)
 CROSS JOIN LATERAL (SELECT m.rows[1] AS row_no FROM import_mark m WHERE m.import_id = $1 AND m.cause = c.cause ORDER BY m.block LIMIT 1) f`;

/** Each an expression of SQL; `from` is a row number. */
export interface MarkedRows {
  importId: string;
  cause: string;
  from: string;
  limit: string;
  backwards: boolean;
}

/** The numbers of marked rows past one, the nearest first. Blocks come off the index in their order, so few are looked into. */
export function markedRowsSql({ importId, cause, from, limit, backwards }: MarkedRows): string {
  const [past, order] = backwards ? ["<", "DESC"] : [">", "ASC"];
  return `SELECT u.row_no FROM import_mark m CROSS JOIN LATERAL unnest(m.rows) AS u(row_no)
 WHERE m.import_id = ${importId} AND m.cause = ${cause} AND m.block ${past}= ${markBlock(from)} AND u.row_no ${past} ${from}
 ORDER BY m.block ${order}, u.row_no ${order} LIMIT ${limit}`;
}

/** Whether a row has one of the marks: true or false. `causes` is an array. */
export function hasMarkSql(importId: string, rowNo: string, causes: string): string {
  return `(SELECT count(*) FROM import_mark q WHERE q.import_id = ${importId} AND q.cause = ANY (${causes})
            AND q.block = ${markBlock(rowNo)} AND ${rowNo} = ANY (q.rows)) > 0`;
}

/** The number of the marked row at a place, 0 the first. */
export function markedRowAtSql(importId: string, cause: string, place: string): string {
  return `SELECT b.rows[${place} - b.before + 1] AS "rowNo"
  FROM (SELECT m.rows, (sum(cardinality(m.rows)) OVER (ORDER BY m.block) - cardinality(m.rows))::int AS before
          FROM import_mark m WHERE m.import_id = ${importId} AND m.cause = ${cause}) b
 WHERE b.before <= ${place} ORDER BY b.before DESC LIMIT 1`;
}
