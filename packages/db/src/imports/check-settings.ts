/** The organisation's settings that checking a file depends on. */
import { clientOf, type Queryable } from "../client";

/** As stored; null when the organisation never changed it. */
export async function readPasswordMinLength(db: Queryable): Promise<number | null> {
  const rows = await clientOf(db).$queryRawUnsafe<{ value: unknown }[]>(
    `SELECT value FROM setting WHERE key = 'password.minLength'`,
  );
  const value = rows[0]?.value;
  return typeof value === "number" ? value : null;
}

/** Those of the given group keys (importer's nameKey) that no group has. */
export async function findUnknownGroupKeys(db: Queryable, keys: readonly string[]): Promise<string[]> {
  const rows = await clientOf(db).$queryRawUnsafe<{ key: string }[]>(
    `SELECT given.key FROM unnest($1::text[]) AS given(key)
      WHERE NOT EXISTS (SELECT FROM "group" g WHERE g.name_key = given.key)`,
    keys,
  );
  return rows.map((row) => row.key);
}
