/**
 * One correction of a reviewed import: a transaction under the row lock of the import, in which rows are read, written with
 * their before-images, planned again and told to the audit log. What a step does to a row, the caller says.
 */
import type pg from "pg";
import { bulkTransaction } from "../bulk-transaction";
import type { Database, Queryable } from "../client";
import { query } from "../queries/run-sql";
import { appendAuditSql, auditValues, type AuditEntry } from "../queries/audit";
import {
  findContinuing,
  insertContinuing,
  readSealedRows,
  writeBrought,
  type Continuation,
  type SealedRows,
} from "./edit-continue";
import {
  findPasswordsSet,
  readEditable,
  swapImages,
  writeEdited,
  type RowToEdit,
  type EditedRow,
  type EditScope,
} from "./edit-rows";
import { countDrifted, dropDrifted, type DriftedCount } from "./drifted-rows";
import type { ImportStatus } from "./import-records";
import { inImportTurn } from "./import-turn";
import { jsonText } from "./json-text";
import { replanRows, type PlanCaller } from "./plan-import";

/** What the import's record says; the JSON is typed by packages/accounts, which writes it. */
export interface StoredForEdit {
  status: ImportStatus;
  fileName: string;
  formatId: string;
  options: unknown;
  recognition: unknown;
  planAuthority: number | null;
  sealedKey: Uint8Array | null;
  /** of the plan that stands */
  planFingerprint: string | null;
}

/** A step that was made, as stored. */
export interface StoredEdit {
  id: string;
  step: unknown;
  rows: number;
  byName: string;
  at: Date;
  undoneAt: Date | null;
}

/** Steps of an import in the order in which they were made. */
export async function findEdits(db: Queryable, importId: bigint): Promise<StoredEdit[]> {
  return query<StoredEdit>(
    db,
    `SELECT ${editColumns} FROM import_edit WHERE import_id = $1 ORDER BY import_edit.id`,
    importId,
  );
}

// `id` is text here: order by import_edit.id, or the tenth step comes before the ninth.
const editColumns = `id::text, step, rows, by_name AS "byName", at, undone_at AS "undoneAt"`;

/** For looking only: nothing is locked, and nothing can be written. Null when there is no such import. */
export async function peekEdit<T>(
  database: Database,
  importId: bigint,
  work: (edit: OpenEdit) => Promise<T>,
): Promise<T | null> {
  return bulkTransaction(database, (client) => opened(client, importId, "", work), "BEGIN READ ONLY");
}

/** Null when there is no such import. Throws 55P03 when somebody else holds it for more than three seconds. */
export async function openEdit<T>(
  database: Database,
  importId: bigint,
  work: (edit: OpenEdit) => Promise<T>,
): Promise<T | null> {
  return inImportTurn(importId, () =>
    bulkTransaction(database, async (client) => {
      await client.query(`SELECT set_config('lock_timeout', '3s', true)`);
      return opened(client, importId, "FOR NO KEY UPDATE", work);
    }),
  );
}

async function opened<T>(
  client: pg.PoolClient,
  importId: bigint,
  lock: "" | "FOR NO KEY UPDATE",
  work: (edit: OpenEdit) => Promise<T>,
): Promise<T | null> {
  const found = await client.query<StoredForEdit>(
    `SELECT status::text, file_name AS "fileName", format_id AS "formatId", options, recognition,
            plan_authority AS "planAuthority", sealed_key AS "sealedKey",
            plan_fingerprint AS "planFingerprint" FROM import WHERE id = $1 ${lock}`,
    [importId],
  );
  const stored = found.rows[0];
  return stored === undefined ? null : work(new OpenEdit(client, importId, stored));
}

/** A page of `findRecipeImports`. */
export const recipePage = 50;

/**
 * Committed imports of the format that were corrected and whose contents are kept, the newest first, `recipePage` at most; `columns`
 * are importer's. `before`: older than that one. `only`: that one, if it is among them.
 */
export async function findRecipeImports(
  db: Queryable,
  except: bigint,
  formatId: string,
  { before = null, only = null }: { before?: bigint | null; only?: bigint | null } = {},
): Promise<{ id: bigint; fileName: string; endedAt: Date; columns: unknown }[]> {
  return query(
    db,
    `SELECT id, file_name AS "fileName", ended_at AS "endedAt", recognition->'columns' AS columns FROM import i
      WHERE status = 'COMPLETED' AND redacted_at IS NULL AND format_id = $2 AND id <> $1
        AND ($3::bigint IS NULL OR id < $3) AND ($4::bigint IS NULL OR id = $4)
        AND EXISTS (SELECT FROM import_edit e WHERE e.import_id = i.id AND e.undone_at IS NULL)
      ORDER BY id DESC LIMIT ${String(recipePage)}`,
    except,
    formatId,
    before,
    only,
  );
}

/** The transaction; it ends with the `work` it was given to, and is undone when that throws. */
export class OpenEdit {
  readonly importId: bigint;
  readonly stored: StoredForEdit;
  private readonly client: pg.PoolClient;

  constructor(client: pg.PoolClient, importId: bigint, stored: StoredForEdit) {
    this.client = client;
    this.importId = importId;
    this.stored = stored;
  }

  /** In the order of the file, chunk by chunk. */
  rows(scope: EditScope): AsyncGenerator<RowToEdit[]> {
    return readEditable(this.client, this.importId, scope);
  }

  /** By address key, the first row that has it, and how many have. */
  async rowsByKey(keys: readonly string[]): Promise<Map<string, { rowNo: number; rows: number }>> {
    if (keys.length === 0) return new Map();
    const { rows } = await this.client.query<{ key: string; rowNo: number; rows: number }>(
      `SELECT email_key AS key, min(row_no) AS "rowNo", count(*)::int AS rows FROM import_row
        WHERE import_id = $1 AND email_key = ANY ($2::text[]) GROUP BY email_key`,
      [this.importId, [...keys]],
    );
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** Of rows of the import that this one carries on, by their number there, the number here; none of any other import. */
  async rowsBroughtFrom(parentId: bigint, rowNos: readonly number[]): Promise<Map<number, number>> {
    const { rows } = await this.client.query<{ was: number; rowNo: number }>(
      `SELECT p.row_no AS was, c.row_no AS "rowNo" FROM import i
         JOIN import_row p ON p.import_id = i.continues_id AND p.row_no = ANY ($3::int[])
         JOIN import_row c ON c.import_id = i.id AND c.line = p.line WHERE i.id = $1 AND i.continues_id = $2`,
      [this.importId, parentId, [...rowNos]],
    );
    return new Map(rows.map(({ was, rowNo }) => [was, rowNo]));
  }

  /** Those of the rows whose password steps that hold have set or taken away. */
  async passwordsSet(rowNos: readonly number[]): Promise<Set<number>> {
    return findPasswordsSet(this.client, this.importId, rowNos);
  }

  /** Begins a step: those that were taken back can be repeated no more. */
  async begin(step: unknown, by: { accountId: bigint | null; name: string }): Promise<string> {
    await this.client.query("DELETE FROM import_edit WHERE import_id = $1 AND undone_at IS NOT NULL", [
      this.importId,
    ]);
    const made = await this.client.query<{ id: string }>(
      `INSERT INTO import_edit (import_id, step, by_id, by_name) VALUES ($1, $2::jsonb, $3, $4) RETURNING id::text`,
      [this.importId, jsonText(step), by.accountId, by.name],
    );
    return must(made.rows[0]).id;
  }

  async write(editId: string, rows: readonly EditedRow[]): Promise<void> {
    if (rows.length > 0) await writeEdited(this.client, this.importId, editId, rows);
  }

  /** Ends a step: how many rows it changed is what it has images of. `step`, when what is remembered of it is only now known. */
  async end(editId: string, step?: unknown): Promise<StoredEdit> {
    const ended = await this.client.query<StoredEdit>(
      `UPDATE import_edit SET rows = (SELECT count(*) FROM import_edit_row WHERE edit_id = $1), step = coalesce($2::jsonb, step)
        WHERE id = $1 RETURNING ${editColumns}`,
      [editId, step === undefined ? null : jsonText(step)],
    );
    return must(ended.rows[0]);
  }

  /** Plans the rows of the step again, and those whose verdict depends on them; their numbers, null = the whole import. */
  async replan(editId: string, caller: PlanCaller): Promise<number[] | null> {
    return (await replanRows(this.client, this.importId, editId, caller)).rowNos;
  }

  /** The last step that holds, or the first that was taken back. */
  async next(what: "undo" | "redo"): Promise<StoredEdit | null> {
    const found = await this.client.query<StoredEdit>(
      what === "undo"
        ? `SELECT ${editColumns} FROM import_edit WHERE import_id = $1 AND undone_at IS NULL ORDER BY import_edit.id DESC LIMIT 1`
        : `SELECT ${editColumns} FROM import_edit WHERE import_id = $1 AND undone_at IS NOT NULL ORDER BY import_edit.id LIMIT 1`,
      [this.importId],
    );
    return found.rows[0] ?? null;
  }

  /** Takes the step back, or makes it again; with the first of its rows. */
  async swap(editId: string): Promise<{ moved: StoredEdit; rowNos: number[] }> {
    await swapImages(this.client, this.importId, editId);
    const moved = await this.client.query<StoredEdit>(
      `UPDATE import_edit SET undone_at = CASE WHEN undone_at IS NULL THEN now() END WHERE id = $1 RETURNING ${editColumns}`,
      [editId],
    );
    const first = await this.client.query<{ rowNo: number }>(
      `SELECT row_no AS "rowNo" FROM import_edit_row WHERE edit_id = $1 ORDER BY row_no LIMIT 200`,
      [editId],
    );
    return { moved: must(moved.rows[0]), rowNos: first.rows.map((row) => row.rowNo) };
  }

  /** The import that carries on the rows of this one that wait. */
  continuedBy(): Promise<bigint | null> {
    return findContinuing(this.client, this.importId);
  }

  /** Makes that import; null when no row waits. */
  continueAs(continuation: Continuation): Promise<bigint | null> {
    return insertContinuing(this.client, this.importId, continuation);
  }

  /** Its rows with passwords that are still sealed for this one, or of which only the `mask` is left. */
  sealedRowsOf(childId: bigint, mask: string): AsyncGenerator<SealedRows> {
    return readSealedRows(this.client, this.importId, childId, mask);
  }

  writeBrought(...brought: RestOf<typeof writeBrought>): Promise<void> {
    return writeBrought(this.client, ...brought);
  }

  /** Rows that the commit held back because their account had changed; `rowNos` null = all. */
  countDrifted(rowNos: readonly number[] | null): Promise<DriftedCount> {
    return countDrifted(this.client, this.importId, rowNos);
  }

  /** Those of them that wait are left out for good, as a step of the record; gives how many. */
  async dropDrifted(
    rowNos: readonly number[] | null,
    stepOf: (rows: number) => unknown,
    by: { accountId: bigint | null; name: string },
  ): Promise<number> {
    const rows = await dropDrifted(this.client, this.importId, rowNos);
    if (rows === 0) return 0;
    await this.client.query(
      `INSERT INTO import_edit (import_id, step, rows, by_id, by_name) VALUES ($1, $2::jsonb, $3, $4, $5)`,
      [this.importId, jsonText(stepOf(rows)), rows, by.accountId, by.name],
    );
    return rows;
  }

  /** Call it last: the end of the audit log is held from here. */
  async log(entry: AuditEntry): Promise<void> {
    await this.client.query(appendAuditSql, auditValues(entry));
  }
}

type RestOf<F> = F extends (client: pg.PoolClient, ...rest: infer R) => unknown ? R : never;

function must<T>(row: T | undefined): T {
  if (row === undefined) throw new Error("a step that was just written is not there");
  return row;
}
