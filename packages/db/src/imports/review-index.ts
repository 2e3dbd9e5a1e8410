/**
 * The search index of an import's rows as a search asks it: which blocks of 64 rows may hold a text or an address. What it
 * names is looked into; what it does not name cannot hold it, since blocks that were edited are named in any case.
 */
import type pg from "pg";
import type { Database, Queryable } from "../client";
import { query } from "../queries/run-sql";
import { blockBits, bucketCount, claimBuckets, searchBuckets, segmentBits } from "./review-grams";

/** Imports of fewer rows are looked through as fast without. */
export const indexedFrom = 20_000;

export const sliceCount = 256;
export const bucketsOfSlice = bucketCount / sliceCount;
/** of a segment */
const blocksOf = 1 << segmentBits;

/**
 * To be called in every transaction that changes cells or addresses of staged rows, with the step that did (`import_edit_row`
 * names its rows) or the row numbers. Their blocks are looked into by every search until the worker has made their part of
 * the index again. Costs a row a block, not a row.
 */
export async function refreshReviewIndex(
  client: Client,
  importId: bigint,
  edited: { editId: string | bigint } | { rowNos: readonly number[] },
): Promise<void> {
  const [rows, value] =
    "editId" in edited
      ? ["import_edit_row WHERE edit_id = $2", edited.editId]
      : ["unnest($2::int[]) AS given(row_no)", edited.rowNos];
  // A time that is written again tells a worker who is making that part just now that it did not see this edit.
  await client.query(
    `INSERT INTO review_block (import_id, block)
     SELECT $1, block FROM (SELECT DISTINCT row_no >> ${String(blockBits)} AS block FROM ${rows}) blocks
      WHERE (SELECT rows FROM import WHERE id = $1) >= ${String(indexedFrom)}
      ORDER BY block ON CONFLICT (import_id, block) DO UPDATE SET edited_at = clock_timestamp()`,
    [importId, value],
  );
}

type Client = Pick<pg.ClientBase, "query">;

async function ask<Row extends object>(
  db: Queryable | Client,
  text: string,
  ...values: unknown[]
): Promise<Row[]> {
  return "query" in db ? (await db.query<Row>(text, values)).rows : query<Row>(db, text, ...values);
}

interface Part {
  segment: number;
  blocks: number;
  bucket: number;
  bits: Uint8Array;
}

/** Blocks of segments `from`…`to` that may hold what falls into all of `buckets`; of segments without an index, all. Ascending. */
export async function findCandidateBlocks(
  db: Queryable | Client,
  importId: bigint,
  buckets: readonly number[],
  { from, to, lastBlock }: { from: number; to: number; lastBlock: number },
): Promise<number[]> {
  const parts = await ask<Part>(
    db,
    `SELECT s.segment, s.blocks, g.bucket, substr(x.bits, (g.bucket % ${String(bucketsOfSlice)}) * ((s.blocks + 7) / 8) + 1, (s.blocks + 7) / 8) AS bits
       FROM review_segment s CROSS JOIN unnest($2::int[]) AS g(bucket)
       JOIN review_slice x ON x.import_id = s.import_id AND x.segment = s.segment AND x.slice = g.bucket / ${String(bucketsOfSlice)}
      WHERE s.import_id = $1 AND s.segment BETWEEN $3::int AND $4::int`,
    importId,
    [...buckets],
    from,
    to,
  );
  const edited = await ask<{ block: number }>(
    db,
    `SELECT block FROM review_block WHERE import_id = $1 AND block BETWEEN $2::int AND $3::int`,
    importId,
    from << segmentBits,
    ((to + 1) << segmentBits) - 1,
  );
  const also = new Set(edited.map(({ block }) => block));
  const blocks: number[] = [];
  for (let segment = from; segment <= to; segment += 1) {
    const own = parts.filter((part) => part.segment === segment);
    const first = segment << segmentBits;
    for (let block = 0; block < blocksOf && first + block <= lastBlock; block += 1) {
      if (also.has(first + block) || mayHold(own, block, buckets.length)) blocks.push(first + block);
    }
  }
  return blocks;
}

/** Blocks that may hold the text, of the whole import; null where a look through all rows is as fast, or no index stands. */
export async function findSearchBlocks(
  client: Client,
  importId: bigint,
  search: string,
): Promise<number[] | null> {
  const stands = await client.query<{ stands: boolean; last: number | null }>(
    `SELECT EXISTS (SELECT FROM review_segment WHERE import_id = $1) AS stands, (SELECT max(row_no) FROM import_row WHERE import_id = $1) AS last`,
    [importId],
  );
  const [facts] = stands.rows;
  if (facts === undefined || !facts.stands || facts.last === null) return null;
  const lastBlock = facts.last >> blockBits;
  const everywhere = { from: 0, to: lastBlock >> segmentBits, lastBlock };
  const blocks = await findCandidateBlocks(client, importId, searchBuckets(search), everywhere);
  return blocks.length * oneBlockOf > lastBlock ? null : blocks;
}

/** Beyond what the index covers (rows that came later), and without one, everything may. */
function mayHold(parts: readonly Part[], block: number, wanted: number): boolean {
  if (parts.length < wanted) return true;
  return parts.every(
    ({ blocks, bits }) => block >= blocks || ((bits[block >> 3] ?? 0) & (1 << (block & 7))) !== 0,
  );
}

/** Blocks as ranges of row numbers, neighbours joined. */
export function toRanges(blocks: readonly number[]): { lo: number[]; hi: number[] } {
  const lo: number[] = [];
  const hi: number[] = [];
  let end: number | null = null;
  for (const block of blocks) {
    const begin = block << blockBits;
    if (end !== null && begin === end + 1) hi.pop();
    else lo.push(begin);
    end = begin + (1 << blockBits) - 1;
    hi.push(end);
  }
  return { lo, hi };
}

export interface Claim {
  key: string;
  rowNo: number;
}

/**
 * Rows whose primary address or one of whose aliases has one of these keys, in the order of the file. By the index where it
 * stands, else by looking through the import.
 */
export async function findClaims(
  client: Client,
  importId: bigint,
  keys: readonly string[],
): Promise<Claim[]> {
  if (keys.length === 0) return [];
  const ranges = keys.length > claimsAtOnce ? null : await findClaimRanges(client, importId, keys);
  // Range by range off the key: the planner would rather read the whole import for a join on "between".
  const among =
    ranges === null
      ? "import_row r WHERE r.import_id = $1"
      : `unnest($3::int[], $4::int[]) AS b(lo, hi) CROSS JOIN LATERAL (SELECT own.row_no, own.email_key, own.alias_keys
           FROM import_row own WHERE own.import_id = $1 AND own.row_no BETWEEN b.lo AND b.hi OFFSET 0) r WHERE true`;
  const found = await client.query<Claim>(
    `SELECT c.key, r.row_no AS "rowNo" FROM (SELECT r.row_no, r.email_key, r.alias_keys FROM ${among}
         AND (r.email_key = ANY ($2::text[]) OR r.alias_keys && $2::text[])) r,
       LATERAL (SELECT r.email_key UNION SELECT unnest(r.alias_keys)) AS c(key)
      WHERE c.key = ANY ($2::text[]) ORDER BY r.row_no, c.key`,
    [importId, [...keys], ...(ranges === null ? [] : [ranges.lo, ranges.hi])],
  );
  return found.rows;
}

/** Of more keys one look through all rows is cheaper than many into the index. */
export const claimsAtOnce = 200;

/** And where more than one block of so many may hold them: PostgreSQL reads all rows in their order on all cores. */
const oneBlockOf = 5;

async function findClaimRanges(
  client: Client,
  importId: bigint,
  keys: readonly string[],
): Promise<{ lo: number[]; hi: number[] } | null> {
  const stands = await client.query<{ segments: number; last: number | null; blocks: number }>(
    `SELECT (SELECT count(*)::int FROM review_segment WHERE import_id = $1) AS segments,
            (SELECT max(row_no) FROM import_row WHERE import_id = $1) AS last,
            (SELECT coalesce(sum(blocks), 0)::int FROM review_segment WHERE import_id = $1) AS blocks`,
    [importId],
  );
  const [facts] = stands.rows;
  if (facts === undefined || facts.last === null || facts.blocks < (facts.last >> blockBits) + 1) return null;
  const buckets = keys.map(claimBuckets);
  const parts = await client.query<Part>(
    `SELECT s.segment, s.blocks, g.bucket, substr(x.bits, (g.bucket % ${String(bucketsOfSlice)}) * ((s.blocks + 7) / 8) + 1, (s.blocks + 7) / 8) AS bits
       FROM review_segment s CROSS JOIN (SELECT DISTINCT unnest($2::int[])) AS g(bucket)
       JOIN review_slice x ON x.import_id = s.import_id AND x.segment = s.segment AND x.slice = g.bucket / ${String(bucketsOfSlice)}
      WHERE s.import_id = $1`,
    [importId, buckets.flat()],
  );
  const bits = new Map(parts.rows.map((part) => [part.segment * bucketCount + part.bucket, part.bits]));
  const edited = await client.query<{ block: number }>(
    `SELECT block FROM review_block WHERE import_id = $1`,
    [importId],
  );
  const blocks = new Set(edited.rows.map(({ block }) => block));
  for (let segment = 0; segment < facts.segments; segment += 1) {
    for (const three of buckets) {
      const all = three.map((bucket) => bits.get(segment * bucketCount + bucket));
      for (let byte = 0; byte < (all[0]?.length ?? 0); byte += 1) {
        const both = all.reduce((left, own) => left & (own?.[byte] ?? 0), 255);
        for (let bit = 0; both >> bit !== 0; bit += 1) {
          if ((both & (1 << bit)) !== 0) blocks.add((segment << segmentBits) + byte * 8 + bit);
        }
      }
    }
  }
  if (blocks.size * oneBlockOf > facts.last >> blockBits) return null;
  return toRanges([...blocks].sort((left, right) => left - right));
}

/** For the end of an import's rows: with them goes what was made of them. */
export async function dropReviewIndex(db: Database, importId: bigint): Promise<void> {
  for (const table of ["review_segment", "review_slice", "review_block"]) {
    await db.pool.query(`DELETE FROM ${table} WHERE import_id = $1`, [importId]);
  }
}
