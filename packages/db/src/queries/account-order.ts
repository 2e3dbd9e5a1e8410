/**
 * The orders a list of accounts can have, each as SQL that walks an index from where the last page ended. A sort value may
 * be missing (never seen, no department): those accounts are a part of their own, before or after the others.
 */
import { statusSql, type Parameters } from "./account-filter";

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

/**
 * Ids of the next accounts of one part that meet `where` (conditions over a), looked for among the next `window` accounts of
 * the index only: a filter that goes with the order ("Tomasz", by name) would else walk over nearly everybody.
 */
export function walkSql(
  walk: Walk,
  part: "valued" | "missing",
  where: readonly string[],
  p: Parameters,
): string {
  const { order, direction, after } = walk;
  const inThisPart = after !== null && (after.value === null) === (part === "missing") ? after : null;
  const limit = `LIMIT ${p.bind(walk.limit)}::int`;
  if (part === "missing") {
    const missing = order === "department" ? "a.department_id IS NULL" : "a.last_seen_at IS NULL";
    const rest = inThisPart === null ? [] : [`a.id ${past(direction)} ${p.bind(inThisPart.id)}::bigint`];
    return windowSql(walk, "account a", [missing, ...rest], where, `a.id ${direction}`, limit, p);
  }
  if (order === "department") return byDepartmentSql(direction, inThisPart, where, limit, p);
  if (order === "email") return byAddressSql(walk, inThisPart, where, limit, p);
  const { value, type } = orders[order];
  const present = order === "lastSeen" ? ["a.last_seen_at IS NOT NULL"] : [];
  const rest =
    inThisPart === null
      ? []
      : [
          `(${value}, a.id) ${past(direction)} (${p.bind(inThisPart.value)}::text::${type}, ${p.bind(inThisPart.id)}::bigint)`,
        ];
  const by = `${value} ${direction}, a.id ${direction}`;
  return windowSql(walk, "account a", [...present, ...rest], where, by, limit, p);
}

function windowSql(
  walk: Walk,
  from: string,
  range: readonly string[],
  where: readonly string[],
  by: string,
  limit: string,
  p: Parameters,
): string {
  const inRange = range.length === 0 ? "" : `WHERE ${range.join(" AND ")}`;
  if (where.length === 0) return `SELECT a.id FROM ${from} ${inRange} ORDER BY ${by} ${limit}`;
  return `SELECT a.id FROM (SELECT a.* FROM ${from} ${inRange} ORDER BY ${by} LIMIT ${p.bind(walk.window)}::int) a
    WHERE ${where.join(" AND ")} ORDER BY ${by} ${limit}`;
}

/** Addresses are unique, so their index alone gives the order. */
function byAddressSql(
  walk: Walk,
  after: AfterAccount | null,
  where: readonly string[],
  limit: string,
  p: Parameters,
): string {
  const past = walk.direction === "asc" ? ">" : "<";
  const rest = after === null ? [] : [`p.key ${past} ${p.bind(after.value)}`];
  const conditions = ["p.is_primary", ...rest].join(" AND ");
  const by = `p.key ${walk.direction}`;
  if (where.length === 0)
    return `SELECT p.account_id AS id FROM address p WHERE ${conditions} ORDER BY ${by} ${limit}`;
  return `SELECT a.id FROM (SELECT p.key, p.account_id FROM address p WHERE ${conditions}
                             ORDER BY ${by} LIMIT ${p.bind(walk.window)}::int) p JOIN account a ON a.id = p.account_id
    WHERE ${where.join(" AND ")} ORDER BY ${by} ${limit}`;
}

/** Department by department in the order of their names, in each by id: never more of one than the page can hold. */
function byDepartmentSql(
  direction: Direction,
  after: AfterAccount | null,
  where: readonly string[],
  limit: string,
  p: Parameters,
): string {
  const end = direction === "asc" ? "0" : "9223372036854775807";
  const name = after === null ? null : p.bind(after.value);
  const begin =
    name === null || after === null
      ? end
      : `CASE WHEN d.name_key = ${name} THEN ${p.bind(after.id)}::bigint ELSE ${end} END`;
  const conditions = ["a.department_id = d.id", `a.id ${past(direction)} ${begin}`, ...where].join(" AND ");
  const from = name === null ? "" : `WHERE d.name_key ${past(direction)}= ${name}`;
  return `SELECT x.id FROM department d CROSS JOIN LATERAL
      (SELECT a.id FROM account a WHERE ${conditions} ORDER BY a.id ${direction} ${limit}) x
    ${from} ORDER BY d.name_key ${direction}, x.id ${direction} ${limit}`;
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

function past(direction: Direction): ">" | "<" {
  return direction === "asc" ? ">" : "<";
}
