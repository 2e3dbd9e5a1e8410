/**
 * Lists of accounts that answer as fast for a million as for ten. Up to 10,000 that match are found by their indexes, counted
 * and sorted in memory; of more than that, a page is read off the index of the order, since a match is seldom far away. Where it is,
 * a partial page says how far it has come.
 */
import type { Queryable } from "../client";
import {
  filterSql,
  hitsSql,
  Parameters,
  searchSql,
  statusSql,
  tsqueryOf,
  type AccountFilter,
  type StatusNumber,
} from "./account-filter";
import { countAccounts } from "./account-count";
import { orders, sortSql, type AccountOrder, type AfterAccount, type Direction } from "./account-order";
import { walkAccounts } from "./account-walk";
import { walkPatiently, type WalkBounds } from "./account-walk-patiently";
import type { AccountRole, StoredAdminRole } from "./accounts";
import { query, queryOne } from "./run-sql";

/** Where the ways of finding a page part; tests make them small. */
export interface ListBounds extends WalkBounds {
  /** up to so many that match are gathered, counted and sorted */
  sortUpTo: number;
}

const usual: ListBounds = {
  sortUpTo: 10_000,
  patience: 25,
  least: 500,
  first: 2_000,
  window: 10_000,
  windowByCreation: 40_000,
};
const everything = 2_000_000_000;

export interface AccountListQuery {
  /** words as search_words makes them, so without quotes and backslashes; null: no search */
  words: readonly string[] | null;
  filter: AccountFilter;
  order: AccountOrder;
  direction: Direction;
  after: AfterAccount | null;
  limit: number;
  /** the page may be short, or empty, while there are more (`AccountListResult.end`); it comes within a moment then */
  partial?: boolean;
}

export interface AccountListRow {
  id: bigint;
  name: string;
  email: string;
  kind: "PERSON" | "LIST";
  departmentId: bigint | null;
  department: string | null;
  role: AccountRole;
  adminRole: StoredAdminRole | null;
  status: StatusNumber;
  source: "MANUAL" | "IMPORTED" | "DIRECTORY";
  lastSeenAt: Date | null;
  createdAt: Date;
  /** what `after.value` is for the page that follows this row */
  sortValue: string | null;
}

export interface AccountListResult {
  rows: AccountListRow[];
  total: { count: number; exact: boolean };
  /** of a partial page that is short: where the next one begins */
  end: AfterAccount | null;
}

/** `rows` holds at most `limit`; ask for one more than is shown to know whether there are more. */
export async function listAccountRows(
  db: Queryable,
  q: AccountListQuery,
  bounds: ListBounds = usual,
): Promise<AccountListResult> {
  const found = await findIds(db, q, bounds);
  const rows = await readRows(db, q, found.ids);
  return { rows, total: found.total, end: found.end };
}

interface Found {
  ids: bigint[];
  total: { count: number; exact: boolean };
  end: AfterAccount | null;
}

async function findIds(db: Queryable, q: AccountListQuery, bounds: ListBounds): Promise<Found> {
  const { words, filter } = q;
  const began = performance.now();
  const all = await countAccounts(db);
  const filters = Object.values(filter).some((value) => value !== null);
  if (words === null && !filters)
    return { ids: (await walkAccounts(db, q, bounds.window)).ids, total: all, end: null };
  const guess = await estimate(db, q, all.count);
  const few = canGather(guess, bounds) ? await readFew(db, q, bounds.sortUpTo, guess) : null;
  if (few !== null) return few;
  const { matching } = guess;
  const total = { count: Math.min(all.count, Math.max(bounds.sortUpTo, Math.round(matching))), exact: false };
  const share = matching / Math.max(1, all.count);
  if (q.partial === true) return { ...(await walkPatiently(db, q, bounds, { share, began })), total };
  const walked = await walkAccounts(db, q, bounds.window);
  if (walked.end === null) return { ...walked, total };
  // They lie far away in this order.
  return (await readFew(db, q, everything, guess)) ?? { ...walked, total };
}

/** Accounts that the filter leaves, that the words find, and that both do, as far as the planner's statistics tell. */
interface Guess {
  filtered: number;
  found: number;
  matching: number;
}

/** What is gathered is what one of the two leaves: where both leave many, few of them in common do not help. */
function canGather({ filtered, found, matching }: Guess, { sortUpTo }: ListBounds): boolean {
  return matching <= sortUpTo && Math.min(filtered, found) <= sortUpTo;
}

interface Candidates {
  /** statements that `from` needs, for WITH, and when they found too many; null: none */
  hits: { statements: string; tooMany: string } | null;
  from: string;
  where: string[];
  /** a dear condition, asked only of the few */
  then: string;
}

/** By whichever leaves fewer, the index of words or the filter. `most`: a placeholder. */
function candidatesOf(
  { words, filter }: AccountListQuery,
  most: string,
  { filtered, found }: Guess,
  p: Parameters,
): Candidates {
  const where = filterSql(filter, p);
  if (words === null || found > filtered)
    return { hits: null, from: "account", where, then: words === null ? "true" : searchSql(words, p) };
  const { named, addressed, from } = hitsSql(words, p, most);
  return {
    hits: {
      statements: `named AS MATERIALIZED (${named}), addressed AS MATERIALIZED (${addressed}),`,
      tooMany: `(SELECT count(*) FROM named) >= ${most} OR (SELECT count(*) FROM addressed) >= ${most}`,
    },
    from,
    where,
    then: "true",
  };
}

/** Where the sort value is not the account's own, it is looked for once it is known that there are not too many. */
const elsewhere: Partial<Record<AccountOrder, { column: string; join: string }>> = {
  // OFFSET 0: one by one off the index; the planner would rather read all addresses.
  email: {
    column: "a.id AS k",
    join: "CROSS JOIN LATERAL (SELECT key FROM address WHERE account_id = a.id AND is_primary OFFSET 0) p",
  },
  department: { column: "a.department_id AS k", join: "LEFT JOIN department d ON d.id = a.k" },
};

/** Sorts all that match; null when there are more than `most`. */
async function readFew(
  db: Queryable,
  q: AccountListQuery,
  most: number,
  guess: Guess,
): Promise<Found | null> {
  const p = new Parameters();
  const tooMany = `${p.bind(most + 1)}::int`;
  const { hits, from, where, then } = candidatesOf(q, tooMany, guess, p);
  const { value } = orders[q.order];
  const apart = elsewhere[q.order];
  const sort = sortSql(q, p);
  const rows = await query<{ total: number; overflow: boolean; id: bigint | null }>(
    db,
    `WITH ${hits?.statements ?? ""}
          candidate AS MATERIALIZED (
            SELECT a.id, a.full_name, ${apart?.column ?? `${value} AS k`} FROM ${from} a
             WHERE ${[`NOT (${hits?.tooMany ?? "false"})`, ...where].join(" AND ")} LIMIT ${tooMany}),
          size AS (SELECT count(*) >= ${tooMany} OR ${hits?.tooMany ?? "false"} AS overflow FROM candidate),
          chosen AS MATERIALIZED (
            SELECT a.id, ${apart === undefined ? "a.k" : value} AS k FROM candidate a ${apart?.join ?? ""}
             WHERE NOT (SELECT overflow FROM size) AND ${then})
     SELECT (SELECT count(*)::int FROM chosen) AS total, size.overflow, page.id
       FROM size LEFT JOIN LATERAL
            (SELECT id FROM chosen WHERE ${sort.where} ORDER BY ${sort.orderBy} LIMIT ${p.bind(q.limit)}::int) page ON true`,
    ...p.values,
  );
  const [first] = rows;
  if (first === undefined || first.overflow) return null;
  const ids = rows.flatMap((row) => (row.id === null ? [] : [row.id]));
  return { ids, total: { count: first.total, exact: true }, end: null };
}

async function readRows(
  db: Queryable,
  q: AccountListQuery,
  ids: readonly bigint[],
): Promise<AccountListRow[]> {
  if (ids.length === 0) return [];
  const rows = await query<AccountListRow>(
    db,
    `SELECT a.id, a.full_name AS name, p.email, a.kind::text, a.department_id AS "departmentId", d.name AS department,
            a.role::text, a.admin_role::text AS "adminRole", ${statusSql} AS status, a.source::text,
            a.last_seen_at AS "lastSeenAt", a.created_at AS "createdAt", (${orders[q.order].value})::text AS "sortValue"
       FROM account a JOIN address p ON p.account_id = a.id AND p.is_primary LEFT JOIN department d ON d.id = a.department_id
      WHERE a.id = ANY ($1::bigint[])`,
    [...ids],
  );
  const place = new Map(ids.map((id, index) => [id, index]));
  return rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

async function estimate(db: Queryable, q: AccountListQuery, all: number): Promise<Guess> {
  const p = new Parameters();
  const where = filterSql(q.filter, p);
  const [filtered, found] = await Promise.all([
    where.length === 0 ? all : planRows(db, `account a WHERE ${where.join(" AND ")}`, p),
    q.words === null ? all : estimateHits(db, q.words),
  ]);
  return { filtered, found, matching: (filtered * found) / Math.max(1, all) };
}

async function estimateHits(db: Queryable, words: readonly string[]): Promise<number> {
  const inNames = new Parameters();
  const inAddresses = new Parameters();
  const names = `account a WHERE search_words(a.full_name) @@ ${inNames.bind(tsqueryOf(words))}::text::tsquery`;
  const addresses = `address p WHERE search_words(p.key) @@ ${inAddresses.bind(tsqueryOf(words))}::text::tsquery`;
  return Math.max(await planRows(db, names, inNames), await planRows(db, addresses, inAddresses));
}

async function planRows(db: Queryable, from: string, p: Parameters): Promise<number> {
  const plan = await queryOne<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    db,
    `EXPLAIN (FORMAT JSON) SELECT FROM ${from}`,
    ...p.values,
  );
  return plan?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
}
