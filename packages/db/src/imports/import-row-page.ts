/**
 * Pages of the review, whatever the filters and the size of the file. Nothing is looked at for longer than fits into an
 * answer: a page may come back short, or empty, together with where to go on.
 */
import { clientOf, type Queryable } from "../client";
import { Parameters } from "../queries/account-filter";
import { queryOne } from "../queries/run-sql";
import { importRowColumns, type StoredImportRow } from "./import-rows";
import { walkAlong, walkBlocks, type Along, type RowConditions, type Walk } from "./import-row-walk";
import { markedRowAtSql } from "./mark-rows-sql";
import { blockBits, searchBuckets, segmentBits } from "./review-grams";
import { findCandidateBlocks } from "./review-index";

export interface RowPageQuery extends Omit<RowConditions, "causes"> {
  /** a key of Import.causes; null = all */
  cause: string | null;
  /** rows after this number, or, backwards, before it */
  from: number;
  limit: number;
}

export interface FoundPage {
  /** in the order of the file */
  rows: StoredImportRow[];
  /** the row number from which the next page in this direction goes on; null: there is nothing more */
  more: number | null;
}

/** How much is looked at for one page; tests make it small. */
export interface PageBounds {
  /** milliseconds after which no further window is begun */
  patience: number;
  /** rows of the first window; each next one is twice as large */
  window: number;
}

const usual: PageBounds = { patience: 25, window: 1_024 };
const largestWindow = 4_096;
/** A search looks into so many rows rather than asks what a filter leaves. */
const blockRows = 1 << blockBits;

/** What is known of an import before its rows are looked at. */
export interface ReviewFacts {
  options: unknown;
  formatId: string | null;
  rows: number;
  /** the last row number; null: no rows are kept */
  last: number | null;
  /** a part of its search index stands */
  indexed: boolean;
  /** by outcome */
  summary: Record<string, number> | null;
  causes: { cause: string; code: string; rows: number }[] | null;
  /** counts by name, and more */
  consequences: Record<string, unknown> | null;
}

/** Null when there is no such import. */
export async function findReviewFacts(db: Queryable, importId: bigint): Promise<ReviewFacts | null> {
  return queryOne<ReviewFacts>(
    db,
    `SELECT i.options, i.format_id AS "formatId", i.rows, (SELECT max(row_no) FROM import_row WHERE import_id = i.id) AS last,
            i.summary, (SELECT jsonb_agg(jsonb_build_object('cause', c->'cause', 'code', c->'code', 'rows', c->'rows'))
                          FROM jsonb_array_elements(i.causes) AS c) AS causes,
            i.consequences, EXISTS (SELECT FROM review_segment s WHERE s.import_id = i.id) AS indexed FROM import i WHERE i.id = $1`,
    importId,
  );
}

/** `rows` may be fewer than `limit`, or none, while there is still `more`. */
export async function findRowPage(
  db: Queryable,
  asked: RowPageQuery,
  facts: ReviewFacts,
  bounds: Partial<PageBounds> = {},
): Promise<FoundPage> {
  const { importId, limit } = asked;
  const { numbers, end } = await findNumbers(db, asked, facts, { ...usual, ...bounds });
  const shown = numbers.slice(0, limit);
  const rows = await readImportRows(db, importId, shown);
  return { rows, more: numbers.length > limit ? (shown.at(-1) ?? null) : end };
}

/** These rows, in the order of the file. */
export async function readImportRows(
  db: Queryable,
  importId: bigint,
  rowNos: readonly number[],
): Promise<StoredImportRow[]> {
  if (rowNos.length === 0) return [];
  return clientOf(db).$queryRawUnsafe<StoredImportRow[]>(
    `SELECT ${importRowColumns} FROM unnest($2::int[]) AS given(row_no)
       JOIN import_row r ON r.import_id = $1 AND r.row_no = given.row_no
       JOIN import_plan_row p ON p.import_id = $1 AND p.row_no = given.row_no ORDER BY r.row_no`,
    importId,
    [...rowNos],
  );
}

/** One number more than the page shows, where there are. */
async function findNumbers(
  db: Queryable,
  asked: RowPageQuery,
  facts: ReviewFacts,
  bounds: PageBounds,
): Promise<{ numbers: number[]; end: number | null }> {
  if (facts.last === null) return { numbers: [], end: null };
  const began = performance.now();
  const { walk, looks } = await chooseWalk(db, asked, facts, facts.last);
  const numbers: number[] = [];
  const wanted = asked.limit + 1;
  let from = asked.backwards ? Math.min(asked.from, facts.last + 1) : asked.from;
  for (let size = looks ? bounds.window : wanted; ; size = Math.min(largestWindow, size * 2)) {
    const window = await walk(from, Math.max(size, wanted), wanted - numbers.length);
    numbers.push(...window.found);
    if (numbers.length >= wanted || window.end === null) return { numbers, end: null };
    from = window.end;
    if (performance.now() - began > bounds.patience) return { numbers, end: from };
  }
}

/** `looks`: rows are judged one by one, so a window is larger than what it gives. */
async function chooseWalk(
  db: Queryable,
  asked: RowPageQuery,
  facts: ReviewFacts,
  last: number,
): Promise<{ walk: Walk; looks: boolean }> {
  const { search, outcomes } = asked;
  const named = causesOf(asked, facts);
  const conditions: RowConditions = { ...asked, ...named };
  const counts = countsOf(asked, facts);
  const least = Math.min(counts.outcomes, counts.causes);
  if (search !== null && facts.indexed) {
    const blocks =
      least > facts.rows / 2
        ? 0
        : (await findCandidateBlocks(db, asked.importId, searchBuckets(search), all(last))).length;
    if (blocks * blockRows <= least * 2)
      return { walk: walkBlocks(db, { ...conditions, search }, last), looks: true };
  }
  const along: Along =
    named.causes !== null && counts.causes <= counts.outcomes
      ? "causes"
      : least === Infinity
        ? "rows"
        : "outcomes";
  const looks =
    search !== null ||
    named.problemCode !== null ||
    (along !== "outcomes" && outcomes.length > 0) ||
    (along !== "causes" && named.causes !== null);
  return { walk: walkAlong(db, conditions, along), looks };
}

function all(last: number): { from: number; to: number; lastBlock: number } {
  const lastBlock = last >> blockBits;
  return { from: 0, to: lastBlock >> segmentBits, lastBlock };
}

/** A code is all causes that begin with it. The plan of an older version says no causes: its rows are asked for the code. */
function causesOf(
  { cause, problemCode }: RowPageQuery,
  { causes }: ReviewFacts,
): { causes: string[] | null; problemCode: string | null } {
  if (cause === null && problemCode === null) return { causes: null, problemCode: null };
  if (causes === null) return { causes: null, problemCode: problemCode ?? cause?.split("|")[0] ?? null };
  if (cause !== null) return { causes: [cause], problemCode: null };
  return {
    causes: causes.filter(({ code }) => code === problemCode).map((entry) => entry.cause),
    problemCode: null,
  };
}

/** Rows that each filter leaves by itself; Infinity where it leaves all, or nobody counted. */
function countsOf(asked: RowPageQuery, facts: ReviewFacts): { outcomes: number; causes: number } {
  const { outcomes } = asked;
  const { causes } = causesOf(asked, facts);
  const ofCauses = (keys: readonly string[]): number =>
    keys.reduce((total, key) => total + countCause(key, facts), 0);
  const { summary } = facts;
  return {
    outcomes:
      outcomes.length === 0 || summary === null
        ? Infinity
        : outcomes.reduce((total, outcome) => total + (summary[outcome.toLowerCase()] ?? 0), 0),
    causes: causes === null ? Infinity : ofCauses(causes),
  };
}

/** What the plan does besides marks its rows as causes do; only those that are about rows of the file are counted by rows. */
const countedConsequences = ["administratorsMade", "directoryBecomesManual", "sessionsEnded"];

function countCause(key: string, { causes, consequences }: ReviewFacts): number {
  const [kind, name = ""] = key.split("|");
  if (kind !== "consequence") return causes?.find(({ cause }) => cause === key)?.rows ?? 0;
  const rows = countedConsequences.includes(name) ? consequences?.[name] : undefined;
  return typeof rows === "number" ? rows : Infinity;
}

/** How many rows meet the filters; null where only looking would tell. */
export function countRows(asked: RowPageQuery, facts: ReviewFacts): number | null {
  const { search, outcomes, cause, problemCode } = asked;
  if (search !== null) return null;
  if (cause === null && problemCode === null && outcomes.length === 0) return facts.rows;
  const counts = countsOf(asked, facts);
  const one =
    outcomes.length === 0
      ? counts.causes
      : cause === null && problemCode === null
        ? counts.outcomes
        : Infinity;
  // A code may have several causes, and a row several of them.
  return one === Infinity || (problemCode !== null && (causesOf(asked, facts).causes?.length ?? 0) > 1)
    ? null
    : one;
}

/**
 * The number of the row at a position (0 is the first) among those that meet the filters, for a list that jumps. Counted from
 * the nearer end where one index holds them all; of several outcomes together about there (`exact` false). Null: not known.
 */
export async function findRowAt(
  db: Queryable,
  asked: RowPageQuery,
  facts: ReviewFacts,
  position: number,
): Promise<{ rowNo: number; exact: boolean } | null> {
  const total = countRows(asked, facts);
  if (total === null || facts.last === null || position < 0 || position >= total) return null;
  const { causes } = causesOf(asked, facts);
  const [outcome, another] = asked.outcomes;
  if (causes === null && outcome === undefined && facts.last === total)
    return { rowNo: position + 1, exact: true };
  if (another !== undefined || causes?.length === 0)
    return { rowNo: Math.ceil(((position + 1) / total) * facts.last), exact: false };
  const fromEnd = position > total / 2;
  const p = new Parameters();
  const importId = `${p.bind(asked.importId)}::bigint`;
  const found = await queryOne<{ rowNo: number }>(
    db,
    causes === null
      ? `SELECT row_no AS "rowNo" FROM import_plan_row WHERE import_id = ${importId}${outcome === undefined ? "" : ` AND outcome = '${outcome}'`}
          ORDER BY row_no ${fromEnd ? "DESC" : "ASC"} OFFSET ${p.bind(fromEnd ? total - 1 - position : position)}::int LIMIT 1`
      : markedRowAtSql(importId, `${p.bind(causes[0])}::text`, `${p.bind(position)}::int`),
    ...p.values,
  );
  return found === null ? null : { rowNo: found.rowNo, exact: true };
}
