/**
 * The administrators that a plan makes, and whether a person has said yes to them: to so many of that strength, and no more
 * (PRODUCT.md, Roles). Knows the marks of the plan and the option that keeps the yes, not how a role is judged.
 */
import type pg from "pg";
import { eachMark } from "./mark-rows-sql";

/** How many accounts become an administrator of that rank, by account_rank: 0 Master … 6 Gateway. */
export type Grants = readonly number[];

export const noGrants: Grants = [0, 0, 0, 0, 0, 0, 0];

/** Whether there are more, or stronger ones: of no rank may there be more of it or above than was agreed to. Pure. */
export function exceedsGrants(made: Grants, agreed: Grants): boolean {
  let more = 0;
  return made.some((count, rank) => {
    more += count - (agreed[rank] ?? 0);
    return more > 0;
  });
}

/** Of the rows as they are planned and marked now; a stronger role of an administrator counts as one made. */
export async function countGrants(
  client: pg.PoolClient,
  importId: bigint,
  marks: ReadonlyMap<string, number>,
): Promise<Grants> {
  const marked = (name: string): boolean => (marks.get(`consequence|${name}|`) ?? 0) > 0;
  if (!marked("administratorsMade") && !marked("administratorsChanged")) return noGrants;
  const { rows } = await client.query<{ rank: number; rows: number }>(countGrantsSql, [importId]);
  const made = new Map(rows.map((one) => [one.rank, one.rows]));
  return noGrants.map((_none, rank) => made.get(rank) ?? 0);
}

/** What an explicit yes was said to. */
export async function keepGrants(client: pg.PoolClient, importId: bigint, made: Grants): Promise<void> {
  await client.query(
    `UPDATE import SET options = options || jsonb_build_object('granted', $2::int[]) WHERE id = $1`,
    [importId, made],
  );
}

/** The yes is asked for again; to what it was said stays. */
export async function withdrawGrants(client: pg.PoolClient, importId: bigint): Promise<void> {
  await client.query(`UPDATE import SET options = options || '{"grantRoles": false}' WHERE id = $1`, [
    importId,
  ]);
}

const rankOf = (role: string): string =>
  `account_rank('ADMINISTRATOR', coalesce(${role}, 'BASIC')::"AdminRole")`;

const countGrantsSql = `
WITH grants AS (
  SELECT ${rankOf(`CASE WHEN p.outcome = 'CREATE' THEN r.extra->>'adminRole' ELSE p.changes->'adminRole'->>'to' END`)} AS rank
    FROM ${eachMark} k JOIN import_row r USING (import_id, row_no) JOIN import_plan_row p USING (import_id, row_no)
   WHERE k.import_id = $1 AND k.cause = 'consequence|administratorsMade|'
  UNION ALL
  SELECT ${rankOf("p.changes->'adminRole'->>'to'")}
    FROM ${eachMark} k JOIN import_plan_row p USING (import_id, row_no)
   WHERE k.import_id = $1 AND k.cause = 'consequence|administratorsChanged|' AND p.changes->'adminRole'->>'to' IS NOT NULL
     AND ${rankOf("p.changes->'adminRole'->>'to'")} < ${rankOf("p.changes->'adminRole'->>'from'")}
)
SELECT rank, count(*)::int AS rows FROM grants GROUP BY rank`;
