/**
 * Streams checked rows into import_row by COPY, in one transaction that also ends the staging: either every row of the
 * file is staged or none. Holds one batch in memory, whatever the size of the file.
 */
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import type pg from "pg";
import { bulkTransaction } from "../bulk-transaction";
import type { Database } from "../client";
import { jsonText } from "./json-text";
import { CopyChunks } from "./copy-chunks";
import { insertUnchecked } from "./plan-unchecked";
import { announceWorkSql } from "./work-signal";
import { SharedProblems } from "./shared-problems";
import { copyLine, stagedColumns, type StagedRow } from "./staged-row";

export interface StagedFile {
  rows: number;
  blankRows: number;
  fileBytes: number;
  fileSha256: string;
}

/** What the import row says once its rows are staged. */
export interface StagingEnd {
  file: StagedFile;
  formatId: string;
  recognition: unknown;
  problems: unknown[];
}

/**
 * Reads `batches` to their end, then asks `end` for the facts of the whole file and sets the import to STAGED. When
 * `batches` or `end` throws, nothing is staged and the error is thrown on. Holds the advisory lock `uploadLock(importId)`
 * meanwhile, by which others see that the upload lives.
 */
export async function stageRows(
  database: Database,
  importId: bigint,
  batches: AsyncIterable<readonly StagedRow[]>,
  end: () => StagingEnd,
): Promise<void> {
  await bulkTransaction(database, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock($1, hashint8($2))", [uploadLockSpace, importId]);
    // Held as every row's own check would hold it; an import that is gone is told when the staging ends.
    await client.query("SELECT FROM import WHERE id = $1 FOR KEY SHARE", [importId]);
    const shared = new SharedProblems();
    await insertUnchecked(client, () => copyBatches(client, importId, batches, shared));
    await finishStaging(client, importId, end(), shared);
  });
}

/** Class of the advisory locks held by living uploads. */
export const uploadLockSpace = 0x10ad;

async function copyBatches(
  client: pg.PoolClient,
  importId: bigint,
  batches: AsyncIterable<readonly StagedRow[]>,
  shared: SharedProblems,
): Promise<void> {
  const copy = client.query(copyFrom(`COPY import_row (${stagedColumns}) FROM STDIN`));
  const ended = finished(copy);
  ended.catch(() => undefined); // awaited below; without this an early error would count as unhandled
  // Once PostgreSQL has refused (a full disk, say), the stream has no connection left to write to or to end.
  const refused: Error[] = [];
  copy.once("error", (error: Error) => refused.push(error));
  const unlessRefused = (): void => {
    if (refused[0] !== undefined) throw refused[0];
  };
  const chunks = new CopyChunks();
  const write = async (chunk: Buffer): Promise<void> => {
    unlessRefused();
    if (!copy.write(chunk)) await Promise.race([once(copy, "drain"), ended]);
  };
  try {
    for await (const batch of batches) {
      for (const row of batch) {
        const full = chunks.add(copyLine(importId, row, shared));
        if (full !== null) await write(full);
      }
    }
    const rest = chunks.rest();
    if (rest !== null) await write(rest);
    unlessRefused();
  } catch (error) {
    if (refused.length === 0) copy.destroy();
    throw error;
  }
  copy.end();
  await ended;
}

async function finishStaging(
  client: pg.PoolClient,
  importId: bigint,
  end: StagingEnd,
  shared: SharedProblems,
): Promise<void> {
  const updated = await client.query(
    `UPDATE import SET status = 'STAGED', staged_at = clock_timestamp(), rows = $2, blank_rows = $3, file_bytes = $4, file_sha256 = $5,
            format_id = $6, recognition = $7::jsonb, problems = $8::jsonb, shared_problems = $9::jsonb
      WHERE id = $1 AND status = 'UPLOADING'`,
    [
      importId,
      end.file.rows,
      end.file.blankRows,
      end.file.fileBytes,
      end.file.fileSha256,
      end.formatId,
      jsonText(end.recognition),
      jsonText(end.problems),
      shared.kept === null ? null : jsonText(shared.kept),
    ],
  );
  if (updated.rowCount !== 1) throw new UploadCancelled();
  await client.query(announceWorkSql, ["plan"]);
}

/** The import was cancelled while its file was still arriving. */
export class UploadCancelled extends Error {
  constructor() {
    super("The import was cancelled while its file was being read.");
    this.name = "UploadCancelled";
  }
}
