/** Mappings of columns kept under a name; every save is a new version, and old ones stay. */
import type { Queryable, Transaction } from "../client";
import { execute, query, queryOne } from "../queries/run-sql";
import { jsonText } from "./json-text";

export interface SavedMappingRow {
  id: bigint;
  name: string;
  version: number;
  fingerprint: string;
  /** importer's Mapping, as packages/accounts stored it */
  mapping: unknown;
  createdByName: string;
  createdAt: Date;
}

const columns = `m.id, m.name, m.version, m.fingerprint, m.mapping, m.created_by_name AS "createdByName", m.created_at AS "createdAt"`;

/** The newest version of each name, by name; with `fingerprint` those that were made for such headers, newest first. */
export async function findMappings(db: Queryable, fingerprint: string | null): Promise<SavedMappingRow[]> {
  return query<SavedMappingRow>(
    db,
    `SELECT ${columns} FROM saved_mapping m
      WHERE m.version = (SELECT max(n.version) FROM saved_mapping n WHERE n.name_key = m.name_key)
        AND ($1::text IS NULL OR m.fingerprint = $1)
      ORDER BY CASE WHEN $1 IS NULL THEN NULL ELSE m.created_at END DESC, m.name_key LIMIT 500`,
    fingerprint,
  );
}

/** The next version of the name. Two who save at once both succeed, one after the other. */
export async function insertMapping(
  tx: Transaction,
  entry: { name: string; nameKey: string; fingerprint: string; mapping: object; createdByName: string },
): Promise<SavedMappingRow> {
  await execute(tx, `LOCK TABLE saved_mapping IN SHARE ROW EXCLUSIVE MODE`);
  const row = await queryOne<SavedMappingRow>(
    tx,
    `WITH next AS (SELECT coalesce(max(version), 0) + 1 AS version FROM saved_mapping WHERE name_key = $2)
     INSERT INTO saved_mapping AS m (name, name_key, version, fingerprint, mapping, created_by_name)
     SELECT $1, $2, n.version, $3, jsonb_set($4::jsonb, '{version}', to_jsonb(n.version)), $5 FROM next n
     RETURNING ${columns}`,
    entry.name,
    entry.nameKey,
    entry.fingerprint,
    jsonText(entry.mapping),
    entry.createdByName,
  );
  if (row === null) throw new Error("an insert returned no row");
  return row;
}

/** All versions of the name of this one; gives the name, null when there is no such mapping. */
export async function deleteMappings(tx: Transaction, id: bigint): Promise<string | null> {
  const row = await queryOne<{ name: string }>(
    tx,
    `WITH gone AS (DELETE FROM saved_mapping WHERE name_key = (SELECT name_key FROM saved_mapping WHERE id = $1) RETURNING name, version)
     SELECT name FROM gone ORDER BY version DESC LIMIT 1`,
    id,
  );
  return row?.name ?? null;
}
