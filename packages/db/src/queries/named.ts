/**
 * Groups and departments: things with a name that is unique by its key. Both are kept alike, so one set of queries does.
 */
import type { Queryable, Transaction } from "../client";
import { execute, query, queryOne } from "./run-sql";

export type NamedKind = "group" | "department";

interface NamedTable {
  table: string;
  /** how many members one row (alias n) has */
  members: string;
  description: string;
  /** what it carries, as {id, name} */
  policy: string;
}

const tables = {
  group: {
    table: `"group"`,
    members: `(SELECT count(*)::int FROM membership m WHERE m.group_id = n.id)`,
    description: "n.description",
    policy: `(SELECT jsonb_build_object('id', p.id::text, 'name', p.name) FROM policy p WHERE p.id = n.policy_id)`,
  },
  department: {
    table: "department",
    members: `(SELECT count(*)::int FROM account a WHERE a.department_id = n.id)`,
    description: "NULL::text",
    policy: "NULL::jsonb",
  },
} as const satisfies Record<NamedKind, NamedTable>;

export interface NamedRow {
  id: bigint;
  name: string;
  nameKey: string;
  description: string | null;
  members: number;
  /** of a group that carries one */
  policy: { id: string; name: string } | null;
  createdAt: Date;
  importId: bigint | null;
}

function columns({ members, description, policy }: NamedTable, held = false): string {
  return `n.id, n.name, n.name_key AS "nameKey", ${description} AS description, ${held ? "coalesce(c.members, 0)" : members} AS members, ${policy} AS policy,
    n.created_at AS "createdAt", n.created_import_id AS "importId"`;
}

/** Finds the ids of names, making those that are missing; `given` holds distinct keys. Safe when others do the same. */
export async function ensureNamed(
  tx: Transaction,
  kind: NamedKind,
  given: readonly { name: string; nameKey: string }[],
): Promise<{ id: bigint; name: string; made: boolean }[]> {
  if (given.length === 0) return [];
  const { table } = tables[kind];
  const names = given.map((one) => one.name);
  const keys = given.map((one) => one.nameKey);
  const made = await query<{ id: bigint }>(
    tx,
    `INSERT INTO ${table} (name, name_key) SELECT * FROM unnest($1::text[], $2::text[]) AS g(name, name_key) ORDER BY name_key
     ON CONFLICT (name_key) DO NOTHING RETURNING id`,
    names,
    keys,
  );
  const fresh = new Set(made.map((row) => row.id));
  const rows = await query<{ id: bigint; name: string }>(
    tx,
    `SELECT id, name FROM ${table} WHERE name_key = ANY ($1::text[]) ORDER BY name_key`,
    keys,
  );
  return rows.map((row) => ({ ...row, made: fresh.has(row.id) }));
}

/** Null when the name is taken. */
export async function insertNamed(
  tx: Transaction,
  kind: NamedKind,
  one: { name: string; nameKey: string },
): Promise<bigint | null> {
  const row = await queryOne<{ id: bigint }>(
    tx,
    `INSERT INTO ${tables[kind].table} (name, name_key) VALUES ($1, $2) ON CONFLICT (name_key) DO NOTHING RETURNING id`,
    one.name,
    one.nameKey,
  );
  return row?.id ?? null;
}

export async function writeDescription(
  tx: Transaction,
  groupId: bigint,
  description: string | null,
): Promise<void> {
  await execute(tx, `UPDATE "group" SET description = $2 WHERE id = $1`, groupId, description);
}

/** Locks the row; null when there is none. */
export async function lockNamed(
  tx: Transaction,
  kind: NamedKind,
  id: bigint,
): Promise<{ id: bigint; name: string; description: string | null } | null> {
  const table: NamedTable = tables[kind];
  return queryOne(
    tx,
    `SELECT n.id, n.name, ${table.description} AS description FROM ${table.table} n WHERE n.id = $1 FOR UPDATE`,
    id,
  );
}

/** Throws a unique violation when another one has the key. */
export async function writeName(
  tx: Transaction,
  kind: NamedKind,
  id: bigint,
  one: { name: string; nameKey: string },
): Promise<void> {
  await execute(
    tx,
    `UPDATE ${tables[kind].table} SET name = $2, name_key = $3 WHERE id = $1`,
    id,
    one.name,
    one.nameKey,
  );
}

/** Members lose it, and their versions rise; gives how many that were. */
export async function removeNamed(tx: Transaction, kind: NamedKind, id: bigint): Promise<number> {
  const members =
    kind === "group"
      ? await execute(
          tx,
          `UPDATE account SET version = version + 1, updated_at = now()
            WHERE id IN (SELECT account_id FROM membership WHERE group_id = $1)`,
          id,
        )
      : await execute(
          tx,
          `UPDATE account SET department_id = NULL, version = version + 1, updated_at = now() WHERE department_id = $1`,
          id,
        );
  await execute(tx, `DELETE FROM ${tables[kind].table} WHERE id = $1`, id);
  return members;
}

export async function findNamed(db: Queryable, kind: NamedKind, id: bigint): Promise<NamedRow | null> {
  const table = tables[kind];
  return queryOne<NamedRow>(db, `SELECT ${columns(table)} FROM ${table.table} n WHERE n.id = $1`, id);
}

const matches = (search: string): string =>
  `(${search}::text IS NULL OR position(${search} IN n.name_key) > 0)`;

/** Counts that the caller holds, as a table `c`. */
function heldSql(counts: ReadonlyMap<bigint, number>): { join: string; values: unknown[] } {
  return {
    join: "LEFT JOIN unnest($1::bigint[], $2::int[]) AS c(id, members) ON c.id = n.id",
    values: [[...counts.keys()], [...counts.values()]],
  };
}

/** By name, after `after`; `members` as `counts` says. */
export async function listNamed(
  db: Queryable,
  kind: NamedKind,
  page: { search: string | null; after: { nameKey: string; id: bigint } | null; limit: number },
  counts: ReadonlyMap<bigint, number>,
): Promise<NamedRow[]> {
  const table = tables[kind];
  const { join, values } = heldSql(counts);
  return query<NamedRow>(
    db,
    `SELECT ${columns(table, true)} FROM (SELECT * FROM ${table.table} n
        WHERE ${matches("$3")} AND ($4::text IS NULL OR (n.name_key, n.id) > ($4 COLLATE "und-x-icu", $5::bigint))
        ORDER BY n.name_key, n.id LIMIT $6::int) n ${join}
      ORDER BY n.name_key, n.id`,
    ...values,
    page.search,
    page.after?.nameKey ?? null,
    page.after?.id ?? null,
    page.limit,
  );
}

/** By members as `counts` says, largest first: every count is needed to know the order, so it goes by offset. */
export async function listNamedByMembers(
  db: Queryable,
  kind: NamedKind,
  page: { search: string | null; offset: number; limit: number },
  counts: ReadonlyMap<bigint, number>,
): Promise<NamedRow[]> {
  const table = tables[kind];
  const { join, values } = heldSql(counts);
  return query<NamedRow>(
    db,
    `SELECT ${columns(table, true)} FROM ${table.table} n ${join} WHERE ${matches("$3")}
      ORDER BY members DESC, n.name_key, n.id OFFSET $4::int LIMIT $5::int`,
    ...values,
    page.search,
    page.offset,
    page.limit,
  );
}

/** How many members each has; what has none is left out. One pass over all memberships or accounts. */
export async function countMembers(db: Queryable, kind: NamedKind): Promise<Map<bigint, number>> {
  const rows = await query<{ id: bigint; members: number }>(
    db,
    kind === "group"
      ? `SELECT group_id AS id, count(*)::int AS members FROM membership GROUP BY 1`
      : `SELECT department_id AS id, count(*)::int AS members FROM account WHERE department_id IS NOT NULL GROUP BY 1`,
  );
  return new Map(rows.map(({ id, members }) => [id, members]));
}

export async function countNamed(db: Queryable, kind: NamedKind, search: string | null): Promise<number> {
  const row = await queryOne<{ total: number }>(
    db,
    `SELECT count(*)::int AS total FROM ${tables[kind].table} n WHERE ${matches("$1")}`,
    search,
  );
  return row?.total ?? 0;
}
