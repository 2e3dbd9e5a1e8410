/** How many accounts there are, without reading them all. */
import type { Queryable } from "../client";
import { queryOne } from "./run-sql";

const exactUpTo = 10_000;

/** All accounts: exact up to 10,000, beyond that what the statistics say. */
export async function countAccounts(db: Queryable): Promise<{ count: number; exact: boolean }> {
  const row = await queryOne<{ some: number; estimated: number }>(
    db,
    `SELECT (SELECT count(*)::int FROM (SELECT 1 FROM account LIMIT $1::int) counted) AS some,
            (SELECT reltuples::float8 FROM pg_class WHERE oid = 'account'::regclass) AS estimated`,
    exactUpTo + 1,
  );
  const some = row?.some ?? 0;
  if (some <= exactUpTo) return { count: some, exact: true };
  const estimated = Math.round(row?.estimated ?? -1);
  if (estimated > exactUpTo) return { count: estimated, exact: false };
  const counted = await queryOne<{ all: number }>(db, `SELECT count(*)::int AS "all" FROM account`);
  return { count: counted?.all ?? some, exact: true };
}
