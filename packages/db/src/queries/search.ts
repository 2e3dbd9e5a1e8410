/** Finds the few best hits of every kind for the command menu. */
import type { Queryable } from "../client";
import { tsqueryOf } from "./account-filter";
import { query } from "./run-sql";

export interface NamedHit {
  id: bigint;
  name: string;
}

/** Groups or departments whose name holds the text; those that begin with it first. `key` is a nameKey. */
export async function findNamedHits(
  db: Queryable,
  kind: "group" | "department",
  key: string,
  limit: number,
): Promise<NamedHit[]> {
  const table = kind === "group" ? `"group"` : "department";
  return query<NamedHit>(
    db,
    `SELECT id, name FROM ${table} WHERE position($1 IN name_key) > 0
      ORDER BY starts_with(name_key, $1) DESC, name_key, id LIMIT $2::int`,
    key,
    limit,
  );
}

/** Imports whose file name holds the text, newest first. */
export async function findImportHits(
  db: Queryable,
  text: string,
  limit: number,
): Promise<(NamedHit & { status: string; createdAt: Date })[]> {
  return query(
    db,
    `SELECT id, file_name AS name, status::text, created_at AS "createdAt" FROM import
      WHERE position(lower($1) IN lower(file_name)) > 0 ORDER BY id DESC LIMIT $2::int`,
    text,
    limit,
  );
}

/** Accounts that a search matches, for lists of what belongs to them: any `most` of them, in no order. */
export async function findMatchingAccounts(
  db: Queryable,
  words: readonly string[],
  most: number,
): Promise<bigint[]> {
  const rows = await query<{ id: bigint }>(
    db,
    `SELECT DISTINCT id FROM (
       (SELECT id FROM account WHERE search_words(full_name) @@ $1::text::tsquery LIMIT $2::int)
       UNION ALL (SELECT account_id FROM address WHERE search_words(key) @@ $1::text::tsquery LIMIT $2::int)) hits
      LIMIT $2::int`,
    tsqueryOf(words),
    most,
  );
  return rows.map((row) => row.id);
}
