/**
 * Who claims the addresses of plan_key, found by the review's index instead of a look through a million rows. Fills
 * plan_claimant; it judges nothing.
 */
import type pg from "pg";
import { claimUsernamesSql } from "./plan-again-sql";
import { claimsAtOnce, findClaims } from "./review-index";

/** `usernames`: of some row. False for more addresses than the index is asked for: plan_claimant is empty then, and all rows have to be looked through. */
export async function fillClaimants(
  client: pg.PoolClient,
  importId: bigint,
  usernames: boolean,
): Promise<boolean> {
  await client.query("TRUNCATE plan_claimant");
  const { rows } = await client.query<{ key: string }>(
    "SELECT key FROM plan_key WHERE NOT starts_with(key, 'user ') LIMIT $1",
    [claimsAtOnce + 1],
  );
  if (rows.length > claimsAtOnce) return false;
  const claims = await findClaims(
    client,
    importId,
    rows.map(({ key }) => key),
  );
  const rowNos = [...new Set(claims.map(({ rowNo }) => rowNo))];
  if (rowNos.length > 0) await client.query("INSERT INTO plan_claimant SELECT unnest($1::int[])", [rowNos]);
  if (usernames) await client.query(claimUsernamesSql("plan_claimant"), [importId]);
  await client.query("ANALYZE plan_claimant");
  return true;
}
