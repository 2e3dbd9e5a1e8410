/** What of the organisation checking a file, and planning it, depends on. */
import { clientOf, type Queryable } from "../client";

/** As stored; null where the organisation never changed it. */
export async function readPasswordSettings(
  db: Queryable,
): Promise<{ minLength: number | null; required: boolean | null }> {
  const rows = await clientOf(db).$queryRawUnsafe<{ key: string; value: unknown }[]>(
    `SELECT key, value FROM setting WHERE key IN ('password.minLength', 'password.required')`,
  );
  const value = (key: string): unknown => rows.find((row) => row.key === key)?.value;
  const minLength = value("password.minLength");
  const required = value("password.required");
  return {
    minLength: typeof minLength === "number" ? minLength : null,
    required: typeof required === "boolean" ? required : null,
  };
}

/** The names of all attributes, by key. */
export async function readAttributeNames(db: Queryable): Promise<string[]> {
  const rows = await clientOf(db).$queryRawUnsafe<{ name: string }[]>(
    `SELECT name FROM attribute ORDER BY name_key`,
  );
  return rows.map((row) => row.name);
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
