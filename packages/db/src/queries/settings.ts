/**
 * Settings of the organisation, kept one a row under dotted names. What they mean and their defaults are not known here.
 */
import type { Queryable } from "../client";
import { execute, query, queryOne } from "./run-sql";

/** Every setting that was ever written, by name. */
export async function readSettings(db: Queryable): Promise<Record<string, unknown>> {
  const rows = await query<{ key: string; value: unknown }>(db, `SELECT key, value FROM setting`);
  return Object.fromEntries(rows.map((row) => [row.key, row.value]));
}

/** Writes these and leaves the others alone. */
export async function writeSettings(db: Queryable, values: Readonly<Record<string, unknown>>): Promise<void> {
  await execute(
    db,
    `INSERT INTO setting (key, value, updated_at) SELECT key, value, now() FROM jsonb_each($1::jsonb)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
    JSON.stringify(values),
  );
}

/** The name of this installation, random and made once: two databases never share an idempotency key. */
export async function installationId(db: Queryable): Promise<string> {
  const sql = `SELECT value #>> '{}' AS id FROM setting WHERE key = 'installation'`;
  const known = await queryOne<{ id: string }>(db, sql);
  if (known !== null) return known.id;
  await execute(
    db,
    `INSERT INTO setting (key, value) VALUES ('installation', to_jsonb(gen_random_uuid()::text)) ON CONFLICT DO NOTHING`,
  );
  const made = await queryOne<{ id: string }>(db, sql);
  if (made === null) throw new Error("The installation's name was written but cannot be read.");
  return made.id;
}
