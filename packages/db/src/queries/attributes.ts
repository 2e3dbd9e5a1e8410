/**
 * Attributes: custom fields of accounts, and the values that accounts have in them (account.attributes, under the
 * attribute's key). Changes of values raise the versions of their accounts.
 */
import type { Queryable, Transaction } from "../client";
import { execute, query, queryOne } from "./run-sql";

export interface AttributeRow {
  id: bigint;
  name: string;
  /** accounts that have a value */
  accounts: number;
  createdAt: Date;
  importId: bigint | null;
}

const columns = `n.id, n.name, n.created_at AS "createdAt", n.created_import_id AS "importId"`;

/** By name. One pass over the accounts counts the values of all attributes. */
export async function listAttributes(db: Queryable): Promise<AttributeRow[]> {
  return query<AttributeRow>(
    db,
    `WITH used AS (SELECT k.key, count(*)::int AS accounts FROM account a, jsonb_object_keys(a.attributes) AS k(key)
                    WHERE a.attributes <> '{}'::jsonb GROUP BY k.key)
     SELECT ${columns}, coalesce(u.accounts, 0) AS accounts FROM attribute n LEFT JOIN used u ON u.key = n.name_key
      ORDER BY n.name_key COLLATE "und-x-icu", n.id`,
  );
}

export async function findAttribute(db: Queryable, id: bigint): Promise<AttributeRow | null> {
  return queryOne<AttributeRow>(
    db,
    `SELECT ${columns}, (SELECT count(*)::int FROM account a WHERE a.attributes ? n.name_key) AS accounts
       FROM attribute n WHERE n.id = $1`,
    id,
  );
}

/** Null when the name is taken. */
export async function insertAttribute(
  tx: Transaction,
  attribute: { name: string; nameKey: string },
): Promise<bigint | null> {
  const row = await queryOne<{ id: bigint }>(
    tx,
    `INSERT INTO attribute (name, name_key) VALUES ($1, $2) ON CONFLICT (name_key) DO NOTHING RETURNING id`,
    attribute.name,
    attribute.nameKey,
  );
  return row?.id ?? null;
}

/** Those of the given distinct keys, made where missing, and kept from being renamed or deleted until the transaction ends. */
export async function ensureAttributes(
  tx: Transaction,
  given: readonly { name: string; nameKey: string }[],
): Promise<{ id: bigint; name: string; nameKey: string; made: boolean }[]> {
  if (given.length === 0) return [];
  const keys = given.map((one) => one.nameKey);
  const made = await query<{ id: bigint }>(
    tx,
    `INSERT INTO attribute (name, name_key) SELECT * FROM unnest($1::text[], $2::text[]) AS g(name, name_key) ORDER BY name_key
     ON CONFLICT (name_key) DO NOTHING RETURNING id`,
    given.map((one) => one.name),
    keys,
  );
  const fresh = new Set(made.map((row) => row.id));
  const rows = await query<{ id: bigint; name: string; nameKey: string }>(
    tx,
    `SELECT id, name, name_key AS "nameKey" FROM attribute WHERE name_key = ANY ($1::text[]) ORDER BY name_key FOR SHARE`,
    keys,
  );
  return rows.map((row) => ({ ...row, made: fresh.has(row.id) }));
}

/** Null when there is none. */
export async function lockAttribute(
  tx: Transaction,
  id: bigint,
): Promise<{ name: string; nameKey: string } | null> {
  return queryOne(tx, `SELECT name, name_key AS "nameKey" FROM attribute WHERE id = $1 FOR UPDATE`, id);
}

/** Moves the values to the new key; gives how many that were. Throws a unique violation when another one has the name. */
export async function writeAttributeName(
  tx: Transaction,
  id: bigint,
  attribute: { name: string; from: string; nameKey: string },
): Promise<number> {
  const { name, from, nameKey } = attribute;
  await execute(tx, `UPDATE attribute SET name = $2, name_key = $3 WHERE id = $1`, id, name, nameKey);
  if (from === nameKey) return 0;
  return execute(
    tx,
    `UPDATE account SET attributes = (attributes - $1::text) || jsonb_build_object($2::text, attributes -> $1::text),
            version = version + 1, updated_at = now()
      WHERE attributes ? $1::text`,
    from,
    nameKey,
  );
}

/** With all its values; gives how many those were. */
export async function deleteAttribute(tx: Transaction, id: bigint, nameKey: string): Promise<number> {
  const values = await execute(
    tx,
    `UPDATE account SET attributes = attributes - $1::text, version = version + 1, updated_at = now()
      WHERE attributes ? $1::text`,
    nameKey,
  );
  await execute(tx, `DELETE FROM attribute WHERE id = $1`, id);
  return values;
}
