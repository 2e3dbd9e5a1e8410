/**
 * Row numbers of an import that meet filters, a window at a time, in the order of the file or against it. Each walk follows
 * the one index that narrows most and asks the rest of the rows it passes.
 */
import type { Queryable } from "../client";
import { Parameters } from "../queries/account-filter";
import { queryOne } from "../queries/run-sql";
import type { StoredOutcome } from "./import-rows";
import { hasMarkSql, markedRowsSql } from "./mark-rows-sql";
import { blockBits, searchBuckets, segmentBits } from "./review-grams";
import { findCandidateBlocks, toRanges } from "./review-index";
import { cellsHoldSql } from "./review-search";
import { problemsOf } from "./shared-problems";

export interface RowConditions {
  importId: bigint;
  /** empty = all */
  outcomes: readonly StoredOutcome[];
  /** found in any cell, case-insensitive; null = all */
  search: string | null;
  /** keys of Import.causes, any of them; null = all */
  causes: readonly string[] | null;
  /** for an import whose plan says no causes: rows with a problem of this code; null = all */
  problemCode: string | null;
  backwards: boolean;
}

export interface Window {
  /** in the order of the walk, `limit` at most */
  found: number[];
  /** the last row number that was looked at; null: there are no more rows */
  end: number | null;
}

/** Looks at about `size` rows after (backwards: before) `from`; gives `limit` of those that meet the conditions. */
export type Walk = (from: number, size: number, limit: number) => Promise<Window>;

export type Along = "rows" | "outcomes" | "causes";

/** Along the rows themselves, or only those of the outcomes or causes asked for. */
export function walkAlong(db: Queryable, asked: RowConditions, along: Along): Walk {
  if (along === "causes" && asked.causes?.length === 0)
    return () => Promise.resolve({ found: [], end: null });
  return async (from, size, limit) => {
    const p = new Parameters();
    const importId = `${p.bind(asked.importId)}::bigint`;
    const where = conditions(asked, along, importId, p);
    const order = asked.backwards ? "DESC" : "ASC";
    const found = await queryOne<{ looked: number; end: number | null; found: number[] }>(
      db,
      `WITH seen AS MATERIALIZED (${alongSql(asked, along, importId, from, size, p)}),
            met AS (SELECT r.row_no FROM seen JOIN import_row r ON r.import_id = ${importId} AND r.row_no = seen.row_no
                     WHERE ${where.length === 0 ? "true" : where.join(" AND ")} ORDER BY r.row_no ${order} LIMIT ${p.bind(limit)}::int)
       SELECT (SELECT count(*)::int FROM seen) AS looked, (SELECT ${asked.backwards ? "min" : "max"}(row_no) FROM seen) AS "end",
              ARRAY(SELECT row_no FROM ${where.length === 0 ? `seen ORDER BY row_no ${order} LIMIT ${p.bind(limit)}::int` : `met ORDER BY row_no ${order}`}) AS found`,
      ...p.values,
    );
    if (found === null) return { found: [], end: null };
    return { found: found.found, end: found.looked < size ? null : found.end };
  };
}

function alongSql(
  asked: RowConditions,
  along: Along,
  importId: string,
  from: number,
  size: number,
  p: Parameters,
): string {
  const after = `${p.bind(from)}::int`;
  const limit = `${p.bind(size)}::int`;
  const past = `row_no ${asked.backwards ? "<" : ">"} ${after}`;
  const end = `ORDER BY row_no ${asked.backwards ? "DESC" : "ASC"} LIMIT ${limit}`;
  if (along === "rows")
    return `SELECT row_no FROM import_plan_row WHERE import_id = ${importId} AND ${past} ${end}`;
  // Each kind on its own, since only then its rows come off the index in their order.
  const parts =
    along === "outcomes"
      ? asked.outcomes.map(
          (outcome) =>
            `(SELECT row_no FROM import_plan_row WHERE import_id = ${importId} AND outcome = '${outcome}' AND ${past} ${end})`,
        )
      : (asked.causes ?? []).map(
          (cause) =>
            `(${markedRowsSql({ importId, cause: `${p.bind(cause)}::text`, from: after, limit, backwards: asked.backwards })})`,
        );
  return `SELECT row_no FROM (${parts.join(" UNION ")}) parts ${end}`;
}

/** Over r (import_row). As scalars: the planner must not gather what half a million rows have before it looks at fifty. */
function conditions(
  asked: RowConditions,
  along: Along | "blocks",
  importId: string,
  p: Parameters,
): string[] {
  const { outcomes, search, causes, problemCode } = asked;
  const where: string[] = [];
  const plan = (what: string): string =>
    `(SELECT ${what} FROM import_plan_row p WHERE p.import_id = ${importId} AND p.row_no = r.row_no)`;
  if (search !== null) where.push(cellsHoldSql(search, (value) => p.bind(value)));
  if (along !== "outcomes" && outcomes.length > 0)
    where.push(`${plan("p.outcome::text")} = ANY (${p.bind([...outcomes])}::text[])`);
  if (along !== "causes" && causes !== null) {
    where.push(hasMarkSql(importId, "r.row_no", `${p.bind([...causes])}::text[]`));
  }
  if (problemCode !== null) {
    const code = `jsonb_build_array(jsonb_build_object('code', ${p.bind(problemCode)}::text))`;
    where.push(`(${problemsOf("r")} @> ${code} OR ${plan("p.problems")} @> ${code})`);
  }
  return where;
}

/** So many segments a search asks its index for at once, after the first alone: what is common is found in that one. */
const segmentsAtOnce = 4;

/** Along the blocks that may hold the search. `last`: the import's last row number. */
export function walkBlocks(db: Queryable, asked: RowConditions & { search: string }, last: number): Walk {
  const { importId, backwards } = asked;
  const buckets = searchBuckets(asked.search);
  const lastBlock = last >> blockBits;
  const step = backwards ? -1 : 1;
  let blocks: number[] = [];
  /** the segment that is asked for next; null before the first */
  let ahead: number | null = null;

  const more = async (from: number): Promise<boolean> => {
    const first = ahead === null;
    ahead ??= (from + step) >> (blockBits + segmentBits);
    if (ahead < 0 || ahead > lastBlock >> segmentBits) return false;
    const span = first ? 1 : segmentsAtOnce;
    const other = Math.max(0, Math.min(lastBlock >> segmentBits, ahead + step * (span - 1)));
    const bounds = { from: Math.min(ahead, other), to: Math.max(ahead, other), lastBlock };
    const found = await findCandidateBlocks(db, importId, buckets, bounds);
    const edge = (from + step) >> blockBits;
    blocks = found.filter((block) => (backwards ? block <= edge : block >= edge));
    if (backwards) blocks.reverse();
    ahead = other + step;
    return true;
  };

  return async (from, size, limit) => {
    while (blocks.length === 0) if (!(await more(from))) return { found: [], end: null };
    const now = blocks.splice(0, Math.max(1, size >> blockBits));
    const found = await lookInto(db, asked, now, from, limit);
    const end = now.at(-1) ?? 0;
    return { found, end: backwards ? end << blockBits : ((end + 1) << blockBits) - 1 };
  };
}

async function lookInto(
  db: Queryable,
  asked: RowConditions,
  blocks: readonly number[],
  from: number,
  limit: number,
): Promise<number[]> {
  const p = new Parameters();
  const importId = `${p.bind(asked.importId)}::bigint`;
  const { lo, hi } = toRanges(asked.backwards ? blocks.toReversed() : blocks);
  const where = conditions(asked, "blocks", importId, p).join(" AND ");
  const order = asked.backwards ? "DESC" : "ASC";
  const found = await queryOne<{ found: number[] }>(
    db,
    `SELECT ARRAY(SELECT r.row_no FROM unnest(${p.bind(lo)}::int[], ${p.bind(hi)}::int[]) AS b(lo, hi) CROSS JOIN LATERAL
              (SELECT r.row_no FROM import_row r WHERE r.import_id = ${importId} AND r.row_no BETWEEN b.lo AND b.hi AND ${where} OFFSET 0) r
        WHERE r.row_no ${asked.backwards ? "<" : ">"} ${p.bind(from)}::int ORDER BY r.row_no ${order} LIMIT ${p.bind(limit)}::int) AS found`,
    ...p.values,
  );
  return found?.found ?? [];
}
