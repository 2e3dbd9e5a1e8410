/**
 * Lists of accounts that answer as fast for a million as for ten. Up to 10,000 that match are found by their indexes, counted
 * and sorted in memory; of more than that, a page is read off the index of the order, since a match is never far away.
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
import {
  orders,
  partsOf,
  sortSql,
  walkSql,
  type AccountOrder,
  type AfterAccount,
  type Direction,
} from "./account-order";
import type { AccountRole, StoredAdminRole } from "./accounts";
import { countAccounts } from "./account-count";
import { query, queryOne } from "./run-sql";

/** Where the ways of finding a page part; tests make them small. */
export interface ListBounds {
  /** up to so many are counted one by one */
  exactUpTo: number;
  /** up to so many hits of a search are sorted: a common first name among a million people */
  sortUpTo: number;
  /** how far a walk along an index looks for matches; words are dearer to judge than columns */
  searchWindow: number;
  filterWindow: number;
}

const usual: ListBounds = { exactUpTo: 10_000, sortUpTo: 20_000, searchWindow: 2_000, filterWindow: 20_000 };
const everything = 2_000_000_000;

export interface AccountListQuery {
  /** words as search_words makes them, so without quotes and backslashes; null: no search */
  words: readonly string[] | null;
  filter: AccountFilter;
  order: AccountOrder;
  direction: Direction;
  after: AfterAccount | null;
  limit: number;
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
}

/** `rows` holds at most `limit`; ask for one more than is shown to know whether there are more. */
export async function listAccountRows(
  db: Queryable,
  q: AccountListQuery,
  bounds: ListBounds = usual,
): Promise<AccountListResult> {
  const found = await findIds(db, q, bounds);
  const [rows, total] = await Promise.all([
    readRows(db, q, found.ids),
    found.total ?? estimate(db, q, bounds),
  ]);
  return { rows, total };
}

interface Found {
  ids: bigint[];
  /** null: only an estimate is affordable */
  total: { count: number; exact: boolean } | null;
}

async function findIds(db: Queryable, q: AccountListQuery, bounds: ListBounds): Promise<Found> {
  const { words, filter } = q;
  const filters = Object.values(filter).some((value) => value !== null);
  if (words === null && !filters) return { ids: await walk(db, q, bounds), total: await countAccounts(db) };
  // One letter begins a word of nearly everybody.
  if (words?.some((word) => word.length > 1) === true && (await mayBeFew(db, words, bounds))) {
    const few = await readFew(db, q, byWords(words, filter, bounds.sortUpTo + 1), bounds.sortUpTo);
    if (few !== null) return few;
  }
  if (filters) {
    const few = await readFew(db, q, byFilter(words, filter), bounds.exactUpTo);
    if (few !== null) return few;
  }
  const ids = await walk(db, q, bounds);
  if (ids.length === q.limit) return { ids, total: null };
  // They all lie far away in this order, or these are the last ones.
  const all = await readFew(
    db,
    q,
    words === null ? byFilter(words, filter) : byWords(words, filter, everything),
    everything,
  );
  return all ?? { ids, total: null };
}

/** Whether it is worth gathering the hits: far too many are told by the statistics, for less than it takes to find that out. */
async function mayBeFew(db: Queryable, words: readonly string[], { sortUpTo }: ListBounds): Promise<boolean> {
  return (await estimateHits(db, words)) <= sortUpTo;
}

interface Candidates {
  /** ids out of an index; null: the accounts themselves */
  hits: string | null;
  where: string[];
  /** a dear condition, asked only of the few */
  then: string | null;
}

type FindCandidates = (p: Parameters) => Candidates;

function byWords(words: readonly string[], filter: AccountFilter, most: number): FindCandidates {
  return (p) => ({ hits: hitsSql(words, p, most), where: filterSql(filter, p), then: null });
}

function byFilter(words: readonly string[] | null, filter: AccountFilter): FindCandidates {
  return (p) => ({
    hits: null,
    where: filterSql(filter, p),
    then: words === null ? null : searchSql(words, p),
  });
}

/** Sorts all that match; null when there are more than `most`. */
async function readFew(
  db: Queryable,
  q: AccountListQuery,
  candidates: FindCandidates,
  most: number,
): Promise<Found | null> {
  const p = new Parameters();
  const { hits, where, then } = candidates(p);
  const tooMany = p.bind(most + 1);
  const { value } = orders[q.order];
  const sort = sortSql(q, p);
  const rows = await query<{ total: number; overflow: boolean; id: bigint | null }>(
    db,
    `WITH ${hits === null ? "" : `hits AS MATERIALIZED (${hits}),`}
          candidate AS MATERIALIZED (
            SELECT a.id, ${value} AS k, a.full_name FROM ${hits === null ? "account a" : "hits h JOIN account a ON a.id = h.id"}
              ${q.order === "email" ? "JOIN address p ON p.account_id = a.id AND p.is_primary" : ""}
              ${q.order === "department" ? "LEFT JOIN department d ON d.id = a.department_id" : ""}
             WHERE ${hits === null ? "true" : `(SELECT count(*) FROM hits) < ${tooMany}::int`}
               ${where.map((condition) => `AND ${condition}`).join(" ")} LIMIT ${tooMany}::int),
          size AS (SELECT count(*) >= ${tooMany}::int OR ${hits === null ? "false" : `(SELECT count(*) FROM hits) >= ${tooMany}::int`}
                       AS overflow FROM candidate),
          chosen AS MATERIALIZED (SELECT a.id, a.k FROM candidate a WHERE NOT (SELECT overflow FROM size) AND ${then ?? "true"})
     SELECT (SELECT count(*)::int FROM chosen) AS total, size.overflow, page.id
       FROM size LEFT JOIN LATERAL
            (SELECT id FROM chosen WHERE ${sort.where} ORDER BY ${sort.orderBy} LIMIT ${p.bind(q.limit)}::int) page ON true`,
    ...p.values,
  );
  const [first] = rows;
  if (first === undefined || first.overflow) return null;
  const ids = rows.flatMap((row) => (row.id === null ? [] : [row.id]));
  return { ids, total: { count: first.total, exact: true } };
}

/** Reads ids off the order's index, part after part until the page is full. */
async function walk(db: Queryable, q: AccountListQuery, bounds: ListBounds): Promise<bigint[]> {
  const ids: bigint[] = [];
  for (const part of partsOf(q)) {
    const limit = q.limit - ids.length;
    if (limit <= 0) break;
    const p = new Parameters();
    const where = [...filterSql(q.filter, p), ...(q.words === null ? [] : [searchSql(q.words, p)])];
    const window = q.words === null ? bounds.filterWindow : bounds.searchWindow;
    const rows = await query<{ id: bigint }>(
      db,
      walkSql({ ...q, limit, window }, part, where, p),
      ...p.values,
    );
    // A part that was not read to its end must not be followed by the next one.
    ids.push(...rows.map((row) => row.id));
    if (where.length > 0 && rows.length < limit) break;
  }
  return ids;
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

/** What the planner knows from its statistics. */
async function estimate(
  db: Queryable,
  q: AccountListQuery,
  bounds: ListBounds,
): Promise<{ count: number; exact: boolean }> {
  const { count: all } = await countAccounts(db);
  const p = new Parameters();
  const where = filterSql(q.filter, p);
  const filtered = where.length === 0 ? all : await planRows(db, `account a WHERE ${where.join(" AND ")}`, p);
  const found = q.words === null ? all : await estimateHits(db, q.words);
  const count = Math.round((filtered * found) / Math.max(1, all));
  return { count: Math.min(all, Math.max(bounds.exactUpTo + 1, count)), exact: false };
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
