/**
 * The orders a list of accounts can have, each as SQL that walks an index from where the last page ended. A sort value may
 * be missing (never seen, no department): those accounts are a part of their own, before or after the others.
 */
import { statusSql, type Parameters } from "./account-filter";
import type { Lead } from "./account-served";

export type AccountOrder = "name" | "email" | "department" | "status" | "created" | "lastSeen";
export type Direction = "asc" | "desc";

/** Where a page ended: the sort value as text (null: missing) and the account. */
export interface AfterAccount {
  value: string | null;
  id: bigint;
}

interface OrderSpec {
  /** the sort value over a (account), p (primary address) and d (department) */
  value: string;
  /** how its text in a cursor becomes a value again */
  type: string;
  /** whether accounts without a value come first; null: there are none */
  missingFirst: ((direction: Direction) => boolean) | null;
}

export const orders = {
  name: { value: "a.full_name", type: "text", missingFirst: null },
  email: { value: "p.key", type: "text", missingFirst: null },
  created: { value: "a.created_at", type: "timestamptz", missingFirst: null },
  status: { value: statusSql, type: "int", missingFirst: null },
  // Never seen is longer ago than anything.
  lastSeen: {
    value: "a.last_seen_at",
    type: "timestamptz",
    missingFirst: (direction) => direction === "asc",
  },
  department: { value: "d.name_key", type: "text", missingFirst: () => false },
} as const satisfies Record<AccountOrder, OrderSpec>;

export interface Walk {
  order: AccountOrder;
  direction: Direction;
  after: AfterAccount | null;
  limit: number;
  /** how many accounts of the index are looked at where there are conditions */
  window: number;
}

/** The parts of a walk that are still to come, in order. */
export function partsOf({
  order,
  direction,
  after,
}: Pick<Walk, "order" | "direction" | "after">): ("valued" | "missing")[] {
  const { missingFirst }: OrderSpec = orders[order];
  if (missingFirst === null) return ["valued"];
  const parts: ("valued" | "missing")[] = missingFirst(direction)
    ? ["missing", "valued"]
    : ["valued", "missing"];
  if (after === null) return parts;
  return parts.slice(parts.indexOf(after.value === null ? "missing" : "valued"));
}

/** What besides the order's own index narrows a walk: `pushed` are conditions, `lead` a column that its index begins with. */
export interface Narrowed {
  pushed: readonly string[];
  lead: Lead | null;
}

/** A statement's text, for one part of a walk. */
interface PartSql {
  /** what the accounts of this part are looked for in */
  from: "account a" | "address p";
  /** what all of them have, by the index of the order */
  range: string[];
  /** what is looked at besides, since no index meets it together with the lead */
  look: string[];
  value: string;
  by: string;
}

function partSql(
  { order, direction, after }: Pick<Walk, "order" | "direction" | "after">,
  part: "valued" | "missing",
  { pushed, lead }: Narrowed,
  p: Parameters,
): PartSql {
  const begin = after !== null && (after.value === null) === (part === "missing") ? after : null;
  if (order === "email") {
    // Addresses are unique, so their index alone gives the order.
    const rest = begin === null ? [] : [`p.key ${past(direction)} ${p.bind(begin.value)}`];
    const by = `p.key ${direction}`;
    return { from: "address p", range: ["p.is_primary", ...rest], look: [], value: "p.key", by };
  }
  const { value, type } = orders[order];
  const missing = order === "department" ? "a.department_id IS NULL" : "a.last_seen_at IS NULL";
  const columns = part === "missing" ? [] : [{ column: value as string, at: begin?.value, type }];
  const keys = [...columns, { column: "a.id", at: begin?.id, type: "bigint" }];
  const range: string[] = [...pushed];
  if (order === "lastSeen" && part === "valued") range.push("a.last_seen_at IS NOT NULL");
  if (part === "missing" && lead === null) range.push(missing);
  if (lead !== null) {
    // Not "=": it would leave the column out of the order, and another index that has only the rest of it would do.
    const is = `${p.bind(lead.value)}::${lead.type}`;
    range.push(`${lead.column} >= ${is}`, `${lead.column} <= ${is}`, `${lead.column} IS NOT NULL`);
    if (order !== "status") keys.unshift({ column: lead.column, at: lead.value as never, type: lead.type });
  }
  if (begin !== null) {
    const at = keys.map((key) => `${p.bind(key.at)}::${key.type === "bigint" ? "" : "text::"}${key.type}`);
    range.push(`(${keys.map(({ column }) => column).join(", ")}) ${past(direction)} (${at.join(", ")})`);
  }
  return {
    from: "account a",
    range,
    look: part === "missing" && lead !== null ? [missing] : [],
    value: part === "missing" ? "NULL" : value,
    by: keys.map(({ column }) => `${column} ${direction}`).join(", "),
  };
}

/** What a walk's statement gives: accounts that match, and the last one of the window, where it was full and nobody was wanted after it. */
export interface WalkedRow {
  id: bigint;
  matches: boolean;
  /** of the window's last account: its sort value */
  endValue: string | null;
  isEnd: boolean;
}

/**
 * The next accounts of one part that meet `where` (conditions over a), looked for among the next `window` accounts of the index
 * only: a filter that goes with the order ("Tomasz", by name) would else walk over nearly everybody. Not for the valued part
 * of the order by department.
 */
export function walkSql(
  walk: Walk,
  part: "valued" | "missing",
  narrowed: Narrowed,
  conditions: readonly string[],
  p: Parameters,
): string {
  const { from, range, look, value, by } = partSql(walk, part, narrowed, p);
  const where = [...look, ...conditions];
  const inRange = range.length === 0 ? "" : `WHERE ${range.join(" AND ")}`;
  const limit = `LIMIT ${p.bind(walk.limit)}::int`;
  const ofAddress = from === "address p";
  if (where.length === 0)
    return `SELECT ${ofAddress ? "p.account_id AS id" : "a.id"}, true AS matches, NULL AS "endValue", false AS "isEnd"
      FROM ${from} ${inRange} ORDER BY ${by} ${limit}`;
  const window = windowSql(ofAddress ? "p.key, p.account_id" : "a.*", { from, inRange, by }, walk, p);
  // OFFSET 0: one by one off the key; for a large window the planner would rather read all accounts.
  const account = "SELECT a.* FROM account a WHERE a.id = p.account_id OFFSET 0";
  return `SELECT a.id, ${where.join(" AND ")} AS matches, CASE WHEN place = ${window.size} THEN (${value})::text END AS "endValue", place = ${window.size} AS "isEnd"
    FROM ${ofAddress ? `${window.sql} p CROSS JOIN LATERAL (${account}) a` : `${window.sql} a`}
    WHERE (${where.join(" AND ")}) OR place = ${window.size} ORDER BY ${by} ${limit}`;
}

/** Where looking stopped is of interest only where the page is not full. */
export function endOf(
  rows: readonly WalkedRow[],
  limit: number,
): { ids: bigint[]; end: AfterAccount | null } {
  const ids = rows.filter(({ matches }) => matches).map(({ id }) => id);
  const last = rows.at(-1);
  const stopped = ids.length < limit && last?.isEnd === true;
  return { ids, end: stopped ? { value: last.endValue, id: last.id } : null };
}

/** The next accounts of an index with their places from 1 on, as a table; `size` stands for the last one's. */
export function windowSql(
  columns: string,
  { from, inRange, by }: { from: string; inRange: string; by: string },
  { window }: Pick<Walk, "window">,
  p: Parameters,
): { sql: string; size: string } {
  const size = `${p.bind(window)}::int`;
  const places = `row_number() OVER (ORDER BY ${by}) AS place`;
  return {
    sql: `(SELECT ${columns}, ${places} FROM ${from} ${inRange} ORDER BY ${by} LIMIT ${size})`,
    size,
  };
}

/** The same order over a handful of rows with columns k (the sort value) and id, to be sorted in memory. */
export function sortSql(
  walk: Pick<Walk, "order" | "direction" | "after">,
  p: Parameters,
): { where: string; orderBy: string } {
  const { order, direction, after } = walk;
  const spec: OrderSpec = orders[order];
  const first = spec.missingFirst?.(direction) ?? false;
  const orderBy = `(k IS NULL) ${first ? "DESC" : "ASC"}, k ${direction}, id ${direction}`;
  if (after === null) return { where: "true", orderBy };
  const id = `${p.bind(after.id)}::bigint`;
  if (after.value === null) {
    return {
      where: `((k IS NULL AND id ${past(direction)} ${id})${first ? " OR k IS NOT NULL" : ""})`,
      orderBy,
    };
  }
  const later = `(k, id) ${past(direction)} (${p.bind(after.value)}::text::${spec.type}, ${id})`;
  return { where: `(${later}${first ? "" : " OR k IS NULL"})`, orderBy };
}

/** Which way a walk goes on. */
export function past(direction: Direction): ">" | "<" {
  return direction === "asc" ? ">" : "<";
}
