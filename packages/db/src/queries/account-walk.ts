/**
 * Walks the index of an order until a page is full or enough was looked at, and says then where it stopped. It knows neither how
 * many match nor what a page costs otherwise.
 */
import type { Queryable } from "../client";
import { walkDepartments } from "./account-departments";
import { filterSql, Parameters, searchSql, type AccountFilter } from "./account-filter";
import { endOf, partsOf, walkSql, type AfterAccount, type Walk, type WalkedRow } from "./account-order";
import { splitFilter } from "./account-served";
import { query } from "./run-sql";

export interface AskedWalk extends Omit<Walk, "window"> {
  words: readonly string[] | null;
  filter: AccountFilter;
}

export interface Walked {
  ids: bigint[];
  /** where looking stopped before the page was full; null: it is full, or there are no more */
  end: AfterAccount | null;
}

/** `window`: how many accounts of each part are looked at. */
export async function walkAccounts(db: Queryable, q: AskedWalk, window: number): Promise<Walked> {
  const ids: bigint[] = [];
  for (const part of partsOf(q).filter((one) => !isEmpty(one, q))) {
    const limit = q.limit - ids.length;
    if (limit <= 0) break;
    const asked = { ...q, limit, window };
    const walked =
      q.order === "department" && part === "valued"
        ? await walkDepartments(db, asked, ...departmentConditions(q))
        : await walkPart(db, asked, part);
    ids.push(...walked.ids);
    // A part that was not read to its end must not be followed by the next one.
    if (walked.end !== null && ids.length < q.limit) return { ids, end: walked.end };
  }
  return { ids, end: null };
}

/** A filter by department leaves one part of the order by department. */
function isEmpty(part: "valued" | "missing", { order, filter }: AskedWalk): boolean {
  if (order !== "department" || filter.departmentId === null) return false;
  return (filter.departmentId === "none") !== (part === "missing");
}

type Asked = AskedWalk & Walk;

function departmentConditions({
  filter,
  words,
}: AskedWalk): [only: bigint | null, conditions: (p: Parameters) => string[]] {
  const { departmentId } = filter;
  const rest = { ...filter, departmentId: departmentId === "none" ? departmentId : null };
  return [
    departmentId === "none" ? null : departmentId,
    (p) => [...filterSql(rest, p, "each"), ...(words === null ? [] : [searchSql(words, p)])],
  ];
}

async function walkPart(db: Queryable, asked: Asked, part: "valued" | "missing"): Promise<Walked> {
  const p = new Parameters();
  const { pushed, lead, rest } = splitFilter(asked.filter, asked.order, part);
  const narrowed = { pushed: filterSql(pushed, p), lead };
  const where = [...filterSql(rest, p, "each"), ...(asked.words === null ? [] : [searchSql(asked.words, p)])];
  const rows = await query<WalkedRow>(db, walkSql(asked, part, narrowed, where, p), ...p.values);
  return endOf(rows, asked.limit);
}
