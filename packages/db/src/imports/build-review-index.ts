/**
 * Makes the search index of imports that wait for a person, part by part and beside everything else: an import that is
 * confirmed at once never pays for it. A part is made of one moment's rows; an edit meanwhile makes it be made again.
 */
import type pg from "pg";
import { bulkTransaction } from "../bulk-transaction";
import type { Database } from "../client";
import { isRetryable } from "../database-errors";
import { blockBits, emptySegment, markClaim, markText, segmentBits, segmentBytes } from "./review-grams";
import { bucketsOfSlice, dropReviewIndex, indexedFrom, sliceCount } from "./review-index";

const rowsOfSegment = 1 << (blockBits + segmentBits);
/** Blocks that are read at once: few, so that what was read dies young. */
const blocksAtOnce = 16;
/** So many edited blocks of a segment cost a search less than making the segment again. */
const editedFrom = 64;

export interface ReviewIndexWork {
  importId: bigint;
  segment: number;
  rows: number;
}

/** The next part to be made: of an import that was planned at least `quietSeconds` ago and waits, or was edited since and is left alone as long. */
export async function findReviewIndexWork(
  database: Database,
  quietSeconds: number,
): Promise<ReviewIndexWork | null> {
  const found = await database.pool.query<{ importId: string; segment: number; rows: number }>(
    `SELECT i.id AS "importId", s.segment, i.rows FROM import i
       CROSS JOIN LATERAL generate_series(0, i.rows / ${String(rowsOfSegment)}) AS s(segment)
      WHERE i.status = 'READY' AND i.rows >= ${String(indexedFrom)} AND i.planned_at < now() - make_interval(secs => $1)
        AND (NOT EXISTS (SELECT FROM review_segment r WHERE r.import_id = i.id AND r.segment = s.segment)
             OR (SELECT count(*) >= ${String(editedFrom)} AND max(b.edited_at) < now() - make_interval(secs => $1) FROM review_block b
                  WHERE b.import_id = i.id AND b.block >> ${String(segmentBits)} = s.segment))
      ORDER BY i.planned_at DESC, s.segment LIMIT 1`,
    [quietSeconds],
  );
  const [row] = found.rows;
  return row === undefined ? null : { ...row, importId: BigInt(row.importId) };
}

/** Of the segment made last, for the next: eight of them in a row would stay in memory together, 16 MiB each, until they are collected. */
let spare: Uint8Array | null = null;

/** False when somebody edited these rows at the same moment, or the import does not wait any more: nothing was made. */
export async function makeReviewSegment(database: Database, work: ReviewIndexWork): Promise<boolean> {
  const room = spare ?? new Uint8Array(segmentBytes);
  spare = null;
  try {
    return await bulkTransaction(
      database,
      (client) => makeSegment(client, work, room),
      "BEGIN ISOLATION LEVEL REPEATABLE READ",
    );
  } catch (error) {
    if (isRetryable(error)) return false;
    throw error;
  } finally {
    spare = room;
  }
}

async function makeSegment(
  client: pg.PoolClient,
  { importId, segment }: ReviewIndexWork,
  room: Uint8Array,
): Promise<boolean> {
  const first = segment << segmentBits;
  const waits = await client.query<{ last: number | null }>(
    `SELECT (SELECT max(row_no) FROM import_row WHERE import_id = $1 AND row_no < $2) AS last FROM import WHERE id = $1 AND status = 'READY'`,
    [importId, (segment + 1) * rowsOfSegment],
  );
  const last = waits.rows[0]?.last ?? null;
  if (last === null) return false;
  const blocks = Math.max(0, (last >> blockBits) - first + 1);
  const made = emptySegment(blocks, room);
  for (let block = 0; block < blocks; block += blocksAtOnce) {
    for (const row of await readBlocks(client, importId, first + block)) {
      markText(made, row.block - first, row.text);
      for (const key of row.keys.split("\n")) if (key !== "") markClaim(made, row.block - first, key);
    }
  }
  await client.query(`DELETE FROM review_slice WHERE import_id = $1 AND segment = $2`, [importId, segment]);
  await client.query(
    `DELETE FROM review_block WHERE import_id = $1 AND block >> ${String(segmentBits)} = $2`,
    [importId, segment],
  );
  const bytes = made.width * bucketsOfSlice;
  for (let slice = 0; slice < sliceCount; slice += 1) {
    await client.query(`INSERT INTO review_slice (import_id, segment, slice, bits) VALUES ($1, $2, $3, $4)`, [
      importId,
      segment,
      slice,
      Buffer.from(made.bits.buffer, made.bits.byteOffset + slice * bytes, bytes),
    ]);
  }
  await client.query(
    `INSERT INTO review_segment (import_id, segment, blocks) VALUES ($1, $2, $3)
     ON CONFLICT (import_id, segment) DO UPDATE SET blocks = EXCLUDED.blocks, made_at = now()`,
    [importId, segment, blocks],
  );
  return true;
}

interface BlockText {
  block: number;
  text: string;
  /** addresses, each on a line: an array costs ten times as much to read */
  keys: string;
}

async function readBlocks(client: pg.PoolClient, importId: bigint, block: number): Promise<BlockText[]> {
  const found = await client.query<BlockText>(
    `SELECT row_no >> ${String(blockBits)} AS block, string_agg(array_to_string(cells, ' '), E'\\n') AS text,
            concat_ws(E'\\n', string_agg(email_key, E'\\n'), string_agg(array_to_string(alias_keys, E'\\n'), E'\\n')) AS keys
       FROM import_row WHERE import_id = $1 AND row_no >= $2 AND row_no < $3 GROUP BY 1`,
    [importId, block << blockBits, (block + blocksAtOnce) << blockBits],
  );
  return found.rows;
}

/** Says on the import when its index stood for the first time; passes by an import that somebody is working on. */
export async function noteReviewIndexed(database: Database, importId: bigint): Promise<void> {
  await database.pool.query(
    `UPDATE import SET indexed_at = now()
      WHERE id = (SELECT id FROM import WHERE id = $1 AND status = 'READY' AND indexed_at IS NULL FOR NO KEY UPDATE SKIP LOCKED)`,
    [importId],
  );
}

/** Drops indexes of imports that ended a day ago; gives how many imports. */
export async function dropOldReviewIndexes(database: Database): Promise<number> {
  const old = await database.pool.query<{ id: string }>(
    `SELECT i.id FROM import i WHERE i.ended_at < now() - interval '1 day'
        AND (EXISTS (SELECT FROM review_segment s WHERE s.import_id = i.id) OR EXISTS (SELECT FROM review_block b WHERE b.import_id = i.id))
      LIMIT 10`,
  );
  for (const { id } of old.rows) await dropReviewIndex(database, BigInt(id));
  return old.rows.length;
}
