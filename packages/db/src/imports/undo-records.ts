/** The record of an undo: an import of its own, made for the import that it takes back. */
import type { Queryable, Transaction } from "../client";
import { execute, query, queryOne } from "../queries/run-sql";
import { nextImportId } from "./import-records";
import type { UndoFacts } from "./undo-preview";
import { standsSql } from "./undo-standing-sql";

/** What whoever asked for an undo was told of it, as far as guards look at it: at most this is done. */
export interface UndoTold {
  /** existing accounts that it puts back as they were */
  changed: number;
  /** administrators that it changes or removes */
  administrators: number;
  administratorsMade: number;
  membershipsEnded: number;
}

export function toldOf(facts: UndoFacts): UndoTold {
  const { restored, remade, administrators, administratorsMade, membershipsEnded } = facts;
  return { changed: restored - remade, administrators, administratorsMade, membershipsEnded };
}

export interface NewUndo {
  undoesId: bigint;
  fileName: string;
  rowNos: readonly number[] | null;
  rows: number;
  fingerprint: string;
  told: UndoTold;
  byId: bigint | null;
  byName: string;
  authority: number;
}

/** The import to be taken back, locked until the transaction ends; `undoing` is an undo of it that is under way. */
export async function lockForUndo(
  tx: Transaction,
  importId: bigint,
): Promise<{ status: string; redactedAt: Date | null; undoing: bigint | null } | null> {
  const row = await queryOne<{ status: string; redactedAt: Date | null }>(
    tx,
    `SELECT status::text, redacted_at AS "redactedAt" FROM import WHERE id = $1 FOR NO KEY UPDATE`,
    importId,
  );
  if (row === null) return null;
  const under = await queryOne<{ id: bigint }>(
    tx,
    `SELECT id FROM import WHERE undoes_id = $1 AND status = 'COMMITTING' LIMIT 1`,
    importId,
  );
  return { ...row, undoing: under?.id ?? null };
}

/** Confirmed at once: a worker, or the caller, carries it out. Gives its id. */
export async function insertUndo(tx: Transaction, entry: NewUndo): Promise<bigint> {
  const id = await nextImportId(tx);
  await execute(
    tx,
    `INSERT INTO import (id, status, undoes_id, file_name, options, rows, consequences, plan_fingerprint, plan_authority,
                         created_by_id, created_by_name, confirmed_by_id, confirmed_by_name, planned_at, confirmed_at)
     VALUES ($1, 'COMMITTING', $2, $3, '{}', $4, $5::jsonb, $6, $7, $8, $9, $8, $9, now(), now())`,
    id,
    entry.undoesId,
    entry.fileName,
    entry.rows,
    JSON.stringify({ rowNos: entry.rowNos, told: entry.told }),
    entry.fingerprint,
    entry.authority,
    entry.byId,
    entry.byName,
  );
  return id;
}

export interface EarlierImport {
  id: bigint;
  at: Date;
  by: string;
}

/** The newest import of the same bytes that was carried out and of which something stands; `except` is the one that asks. */
export async function findEarlierImport(
  db: Queryable,
  fileSha256: string,
  except: bigint | null,
): Promise<EarlierImport | null> {
  const rows = await query<EarlierImport>(
    db,
    `SELECT i.id, i.ended_at AS at, coalesce(i.confirmed_by_name, i.created_by_name) AS by FROM import i
      WHERE i.file_sha256 = $1 AND i.status = 'COMPLETED' AND ($2::bigint IS NULL OR i.id < $2) AND ${standsSql("i")}
      ORDER BY i.id DESC LIMIT 1`,
    fileSha256,
    except,
  );
  return rows[0] ?? null;
}
