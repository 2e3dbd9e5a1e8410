/**
 * Departments, groups and attributes as a plan saw them, and what became of them by the time of its commit. A plan says what is made
 * and who joins what by name; a name that means another group by then, or none, makes it say something else.
 *
 * Not the names are kept but PostgreSQL's snapshot and how many there were: a row that was made or changed since is not visible in
 * it, and one that is missing makes them fewer.
 */
import type pg from "pg";

/** What a plan saw; kept with its state. */
export interface NamesSeen {
  /** pg_snapshot as text */
  snapshot: string;
  /** departments, groups and attributes together */
  count: number;
  /** the groups that every row is put into: which they were, and under which policy */
  joined: string;
}

const joinedSql = `(SELECT coalesce(string_agg(name_key || ' ' || id || ' ' || coalesce(policy_id, 0), ', ' ORDER BY name_key), '')
          FROM "group" WHERE name_key = ANY ($1::text[])) AS joined`;
const seenSql = `
SELECT ${joinedSql}, pg_current_snapshot()::text AS snapshot,
       ((SELECT count(*) FROM department) + (SELECT count(*) FROM "group") + (SELECT count(*) FROM attribute))::int AS count`;

/** `groups`: keys of those that every row is put into. */
export async function readNamesSeen(client: pg.ClientBase, groups: readonly string[]): Promise<NamesSeen> {
  const found = await client.query<NamesSeen>(seenSql, [[...groups]]);
  const seen = found.rows[0];
  if (seen === undefined) throw new Error("an aggregate gave no row");
  return seen;
}

/** A name that was made, or changed in any way, since. */
export interface FreshName {
  kind: "department" | "group" | "attribute";
  key: string;
  hasPolicy: boolean;
}

export interface NamesSince {
  /** every name that the plan saw is there, and is what it was */
  intact: boolean;
  fresh: FreshName[];
  /** the groups that every row is put into are still those */
  joinsSame: boolean;
}

// xmin has 32 bits of a number of 64, and is not larger than the next.
const madeBy = `(CASE WHEN near.id > now.id THEN near.id - 4294967296 ELSE near.id END)::text::xid8`;

const sinceSql = `
SELECT count(*) FILTER (WHERE seen)::int AS still,
       coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'key', key, 'hasPolicy', policy_id IS NOT NULL)) FILTER (WHERE NOT seen), '[]') AS fresh
  FROM (SELECT n.kind, n.key, n.policy_id, pg_visible_in_snapshot(${madeBy}, $1::pg_snapshot) AS seen
          FROM (SELECT 'department' AS kind, name_key AS key, NULL::bigint AS policy_id, xmin FROM department
                 UNION ALL SELECT 'group', name_key, policy_id, xmin FROM "group"
                 UNION ALL SELECT 'attribute', name_key, NULL, xmin FROM attribute) n
         CROSS JOIN (SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS id) now
         CROSS JOIN LATERAL (SELECT (now.id & ~4294967295::bigint) | n.xmin::text::bigint AS id) near) x`;

/**
 * Holds all names as they are until the transaction ends, and says what became of those that a plan saw. Call it before accounts are
 * locked: whoever renames or deletes a name holds it first and then changes its accounts. Null: a plan of an older version, which did
 * not keep what it saw.
 */
export async function holdNames(
  client: pg.ClientBase,
  seen: NamesSeen | null,
  groups: readonly string[],
): Promise<NamesSince> {
  for (const table of ["department", `"group"`, "attribute"])
    await client.query(`SELECT count(*) FROM (SELECT FROM ${table} ORDER BY id FOR SHARE) AS held`);
  if (seen === null) return { intact: false, fresh: [], joinsSame: true };
  const joined = await client.query<{ joined: string }>(`SELECT ${joinedSql}`, [[...groups]]);
  const found = await client.query<{ still: number; fresh: FreshName[] }>(sinceSql, [seen.snapshot]);
  const { still = 0, fresh = [] } = found.rows[0] ?? {};
  const joinsSame = joined.rows[0]?.joined === seen.joined;
  return { intact: still === seen.count, fresh, joinsSame };
}
