/**
 * The rows that a commit left waiting, as a new import: copied as sets, and those with a sealed password brought along one chunk
 * at a time. Sealing is the caller's.
 */
import type pg from "pg";
import { editableColumns, editChunk, updateRows, type EditedRow, type RowToEdit } from "./edit-rows";

export interface Continuation {
  by: { accountId: bigint | null; name: string };
  /** the new import's key, sealed together with its id */
  sealedKeyOf: (importId: bigint) => Uint8Array;
}

/** The import that carries on another's waiting rows and was neither cancelled nor failed. */
export async function findContinuing(client: pg.PoolClient, importId: bigint): Promise<bigint | null> {
  const { rows } = await client.query<{ id: string | null }>(
    `SELECT max(id) AS id FROM import WHERE continues_id = $1 AND status NOT IN ('CANCELLED', 'FAILED')`,
    [importId],
  );
  const id = rows[0]?.id ?? null;
  return id === null ? null : BigInt(id);
}

/** STAGED, with the waiting rows numbered from 1 in the order of the file; null when none waits. It never carries itself out, and asks again for the yes to administrators. Its passwords are as old as the file's. */
export async function insertContinuing(
  client: pg.PoolClient,
  importId: bigint,
  { by, sealedKeyOf }: Continuation,
): Promise<bigint | null> {
  const taken = await client.query<{ id: string }>(`SELECT nextval('import_id_seq') AS id`);
  const childId = BigInt(taken.rows[0]?.id ?? 0);
  await client.query(
    `INSERT INTO import (id, status, created_by_id, created_by_name, file_name, file_bytes, format_id, recognition, shared_problems, options,
                         continues_id, sealed_key, sealed_at, staged_at)
     SELECT $2, 'STAGED', $3, $4, file_name, file_bytes, format_id, recognition, shared_problems, options || '{"hold": true, "grantRoles": false, "granted": null}', id, $5, CASE WHEN sealed_key IS NULL THEN now() ELSE sealed_at END, now()
       FROM import WHERE id = $1`,
    [importId, childId, by.accountId, by.name, Buffer.from(sealedKeyOf(childId))],
  );
  const copied = await client.query(
    `INSERT INTO import_row (import_id, row_no, ${copiedColumns})
     SELECT $2, row_number() OVER (ORDER BY r.row_no), ${copiedColumns.replaceAll(/(\w+)/g, "r.$1")}
       FROM import_plan_row p JOIN import_row r USING (import_id, row_no)
      WHERE p.import_id = $1 AND p.outcome = 'PROBLEM'`,
    [importId, childId],
  );
  if ((copied.rowCount ?? 0) === 0) return null;
  await client.query(`UPDATE import SET rows = $2 WHERE id = $1`, [childId, copied.rowCount]);
  return childId;
}

const copiedColumns =
  "line, cells, problems, has_error, email, email_key, full_name, department, department_key, groups, group_keys, send_welcome, " +
  "password_sealed, aliases, alias_keys, extra, decision, link_account_id, original, added, shared_problem";

export interface SealedRows {
  rows: RowToEdit[];
  /** by row number, the number it had in the import that it comes from */
  fromRowNo: Map<number, number>;
}

/** Those of the new import that have a password, still sealed for the import they come from; and those of which only the `mask` is left. */
export async function* readSealedRows(
  client: pg.PoolClient,
  parentId: bigint,
  childId: bigint,
  mask: string,
): AsyncGenerator<SealedRows> {
  for (let after = 0; ;) {
    const found = await client.query<RowToEdit & { fromRowNo: number }>(
      `WITH came AS (SELECT row_no AS from_row_no, row_number() OVER (ORDER BY row_no) AS row_no
                       FROM import_plan_row WHERE import_id = $1 AND outcome = 'PROBLEM')
       SELECT ${editableColumns}, c.from_row_no AS "fromRowNo"
         FROM import_row r JOIN came c ON c.row_no = r.row_no LEFT JOIN import_plan_row p ON false
        WHERE r.import_id = $2 AND r.row_no > $3 AND (r.password_sealed IS NOT NULL OR $4 = ANY (r.cells)) ORDER BY r.row_no LIMIT ${String(editChunk)}`,
      [parentId, childId, after, mask],
    );
    const last = found.rows.at(-1);
    if (last === undefined) return;
    yield {
      rows: found.rows,
      fromRowNo: new Map(found.rows.map(({ rowNo, fromRowNo }) => [rowNo, fromRowNo])),
    };
    after = last.rowNo;
  }
}

/** Rows that were checked anew, and passwords that were only sealed anew. */
export async function writeBrought(
  client: pg.PoolClient,
  childId: bigint,
  rows: readonly EditedRow[],
  sealed: readonly { rowNo: number; sealed: Buffer }[],
): Promise<void> {
  if (rows.length > 0) await updateRows(client, childId, rows);
  await client.query(
    `UPDATE import_row r SET password_sealed = g.sealed FROM unnest($2::int[], $3::bytea[]) AS g(row_no, sealed)
      WHERE r.import_id = $1 AND r.row_no = g.row_no`,
    [childId, sealed.map((one) => one.rowNo), sealed.map((one) => one.sealed)],
  );
}
