/**
 * Staged rows that somebody corrects: read in chunks by what a step is about, written back as sets, their before-images
 * kept. It knows rows and SQL, not what a step means nor what a cell says.
 */
import type pg from "pg";
import type { Queryable } from "../client";
import { query } from "../queries/run-sql";
import { importRowColumns, type StoredImportRow, type StoredOutcome } from "./import-rows";
import { eachMark, markBlock } from "./mark-rows-sql";
import { jsonText } from "./json-text";
import { findSearchBlocks, toRanges } from "./review-index";
import { cellsHoldSql } from "./review-search";
import { problemsOf } from "./shared-problems";
import type { StagedRow } from "./staged-row";

/** Which rows a step is about. */
export interface EditScope {
  /** null = not asked for */
  rowNos: readonly number[] | null;
  /** empty = all */
  outcomes: readonly StoredOutcome[];
  /** found in any cell; null = all */
  search: string | null;
  /** key of a cause (`Import.causes`); null = all */
  cause: string | null;
}

/** A staged row as an edit finds it. */
export interface RowToEdit {
  rowNo: number;
  line: number;
  cells: string[];
  /** importer's Problem[] of the row alone; null = none */
  problems: unknown[] | null;
  /** those that the plan found; null = none */
  planProblems: unknown[] | null;
  email: string | null;
  emailKey: string | null;
  fullName: string | null;
  department: string | null;
  groups: string[] | null;
  passwordSealed: Buffer | null;
  aliasKeys: string[] | null;
  extra: Record<string, unknown> | null;
  decision: string | null;
  /** a bigint as text */
  linkAccountId: string | null;
  original: string[] | null;
  added: Record<string, string> | null;
}

/** A staged row as an edit leaves it. */
export interface EditedRow extends StagedRow {
  decision: string | null;
  linkAccountId: string | null;
  original: readonly string[] | null;
  added: Readonly<Record<string, string>> | null;
}

/** Rows a statement takes at once: what is in memory whatever the size of the step. */
export const editChunk = 1_000;

/** What `RowToEdit` reads: r is import_row, p its import_plan_row. */
export const editableColumns = `r.row_no AS "rowNo", r.line, r.cells, ${problemsOf("r")} AS problems, p.problems AS "planProblems", r.email,
  r.email_key AS "emailKey", r.full_name AS "fullName", r.department, r.groups, r.password_sealed AS "passwordSealed",
  r.alias_keys AS "aliasKeys", r.extra, r.decision, r.link_account_id AS "linkAccountId", r.original, r.added`;

/** In the order of the file, chunk by chunk; rows that are changed meanwhile do not come twice. */
export async function* readEditable(
  client: pg.PoolClient,
  importId: bigint,
  scope: EditScope,
): AsyncGenerator<RowToEdit[]> {
  if (scope.search !== null && scope.cause === null && scope.rowNos === null) {
    const blocks = await findSearchBlocks(client, importId, scope.search);
    if (blocks !== null) {
      yield* readBlocks(client, importId, scope, blocks);
      return;
    }
  }
  const values: unknown[] = [importId];
  const where = conditions(scope, values);
  // a cause has few rows of many: its own index leads
  const from =
    scope.cause === null
      ? "import_plan_row p"
      : `${eachMark} k JOIN import_plan_row p ON p.import_id = k.import_id AND p.row_no = k.row_no`;
  const lead = scope.cause === null ? "p" : "k";
  const after = values.push(0);
  const limit = values.push(firstChunk);
  const [past, order] =
    scope.cause === null ? ["", ""] : [` AND k.block >= ${markBlock(`$${String(after)}::int`)}`, "k.block, "];
  const text = `SELECT ${editableColumns} FROM ${from} JOIN import_row r ON r.import_id = p.import_id AND r.row_no = p.row_no
    WHERE ${lead}.import_id = $1 AND ${lead}.row_no > $${String(after)}${past}${where}
    ORDER BY ${order}${lead}.row_no LIMIT $${String(limit)}::int`;
  for (let asked = firstChunk; ;) {
    values[limit - 1] = asked;
    const { rows } = await client.query<RowToEdit>(text, values);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < asked) return;
    values[after - 1] = last.rowNo;
    asked = nextChunk(rows);
  }
}

/** Rows before it is known how wide they are. */
const firstChunk = 64;
/** Characters that the cells of a chunk may hold together. */
const chunkCharacters = 1 << 20;

/** As many rows as these let expect to be of a bounded size; `editChunk` at most. */
function nextChunk(rows: readonly RowToEdit[]): number {
  const characters = rows.reduce(
    (sum, { cells }) => sum + cells.reduce((all, cell) => all + cell.length, 0),
    0,
  );
  return Math.max(
    1,
    Math.min(editChunk, Math.floor((chunkCharacters * rows.length) / Math.max(1, characters))),
  );
}

/** So many blocks of 64 rows a statement looks into, at most: what they hold is in memory at once. */
const blocksAtOnce = 64;

/** Those of blocks that the search's index names; each is looked into once, so that no row comes twice. */
async function* readBlocks(
  client: pg.PoolClient,
  importId: bigint,
  scope: EditScope,
  blocks: readonly number[],
): AsyncGenerator<RowToEdit[]> {
  let step = 1;
  for (let at = 0; at < blocks.length;) {
    const { lo, hi } = toRanges(blocks.slice(at, at + step));
    const values: unknown[] = [importId, lo, hi];
    const where = conditions(scope, values);
    // Range by range off the keys: the planner would rather read the whole import for a join on "between".
    const { rows } = await client.query<RowToEdit>(
      `SELECT ${editableColumns} FROM unnest($2::int[], $3::int[]) AS b(lo, hi)
         CROSS JOIN LATERAL (SELECT own.* FROM import_row own WHERE own.import_id = $1 AND own.row_no BETWEEN b.lo AND b.hi OFFSET 0) r
         CROSS JOIN LATERAL (SELECT of.* FROM import_plan_row of WHERE of.import_id = $1 AND of.row_no = r.row_no OFFSET 0) p
        WHERE true${where} ORDER BY r.row_no`,
      values,
    );
    for (let from = 0; from < rows.length; from += editChunk) yield rows.slice(from, from + editChunk);
    at += step;
    const room = rows.length === 0 ? blocksAtOnce : Math.ceil(nextChunk(rows) / 16);
    step = Math.min(blocksAtOnce, Math.max(1, room));
  }
}

function conditions(scope: EditScope, values: unknown[]): string {
  let where = "";
  if (scope.rowNos !== null)
    where += ` AND p.row_no = ANY ($${String(values.push([...scope.rowNos]))}::int[])`;
  if (scope.outcomes.length > 0)
    where += ` AND p.outcome = ANY ($${String(values.push([...scope.outcomes]))}::text[]::"Outcome"[])`;
  if (scope.search !== null)
    where += ` AND ${cellsHoldSql(scope.search, (value) => `$${String(values.push(value))}`)}`;
  if (scope.cause !== null) where += ` AND k.cause = $${String(values.push(scope.cause))}`;
  return where;
}

/** What an edit may change of import_row. */
const columns =
  "cells, problems, has_error, email, email_key, full_name, department, department_key, groups, group_keys, send_welcome, " +
  "password_sealed, aliases, alias_keys, extra, decision, link_account_id, original, added, shared_problem";
const assigned = (from: string): string =>
  `(${columns}) = (SELECT ${columns
    .split(", ")
    .map((column) => `${from}.${column}`)
    .join(", ")})`;

/** Writes the rows and keeps what they were before for the step `editId` (of a row that it wrote already, the first). */
export async function writeEdited(
  client: pg.PoolClient,
  importId: bigint,
  editId: string,
  rows: readonly EditedRow[],
): Promise<void> {
  await client.query(
    `WITH given AS MATERIALIZED (SELECT * FROM jsonb_populate_recordset(NULL::import_row, $3::jsonb)),
          kept AS (INSERT INTO import_edit_row (edit_id, row_no, before)
                   SELECT $2, r.row_no, to_jsonb(r) FROM import_row r JOIN given g ON g.row_no = r.row_no WHERE r.import_id = $1
                   ON CONFLICT DO NOTHING)
     UPDATE import_row r SET ${assigned("g")} FROM given g WHERE r.import_id = $1 AND r.row_no = g.row_no`,
    [importId, editId, jsonText(rows.map(toRecord))],
  );
}

/** The same without images: for rows that nobody has seen yet. */
export async function updateRows(
  client: pg.PoolClient,
  importId: bigint,
  rows: readonly EditedRow[],
): Promise<void> {
  await client.query(
    `UPDATE import_row r SET ${assigned("g")} FROM jsonb_populate_recordset(NULL::import_row, $2::jsonb) g
      WHERE r.import_id = $1 AND r.row_no = g.row_no`,
    [importId, jsonText(rows.map(toRecord))],
  );
}

/** By the names of the columns. */
function toRecord(row: EditedRow): Record<string, unknown> {
  return {
    row_no: row.rowNo,
    cells: row.cells,
    problems: row.problems,
    has_error: row.hasError,
    email: row.email,
    email_key: row.emailKey,
    full_name: row.fullName,
    department: row.department,
    department_key: row.departmentKey,
    groups: row.groups,
    group_keys: row.groupKeys,
    send_welcome: row.sendWelcome,
    password_sealed: row.passwordSealed === null ? null : `\\x${row.passwordSealed.toString("hex")}`,
    aliases: row.aliases,
    alias_keys: row.aliasKeys,
    extra: row.extra,
    decision: row.decision,
    link_account_id: row.linkAccountId,
    original: row.original,
    added: row.added,
    shared_problem: null,
  };
}

/** With a key, since of rows just written PostgreSQL has no statistics: it would compare each of ten thousand with each. */
const swapTableSql = `CREATE TEMP TABLE edit_swap (row_no int PRIMARY KEY, before jsonb NOT NULL, now jsonb NOT NULL)`;

/** Puts back what the step found, and keeps what it left in its place: done twice, the rows are as the step made them. */
export async function swapImages(client: pg.PoolClient, importId: bigint, editId: string): Promise<void> {
  await client.query(swapTableSql);
  await client.query(
    `INSERT INTO edit_swap SELECT e.row_no, e.before, to_jsonb(r) FROM import_edit_row e
       JOIN import_row r ON r.import_id = $1 AND r.row_no = e.row_no WHERE e.edit_id = $2`,
    [importId, editId],
  );
  await client.query(
    `UPDATE import_row r SET ${assigned("b")} FROM edit_swap s, jsonb_populate_record(NULL::import_row, s.before) b
      WHERE r.import_id = $1 AND r.row_no = s.row_no`,
    [importId],
  );
  await client.query(
    `UPDATE import_edit_row e SET before = s.now FROM edit_swap s WHERE e.edit_id = $1 AND e.row_no = s.row_no`,
    [editId],
  );
  await client.query("DROP TABLE edit_swap");
}

/** Those of the rows whose sealed password is another than before a step that was not taken back. */
export async function findPasswordsSet(
  client: pg.PoolClient,
  importId: bigint,
  rowNos: readonly number[],
): Promise<Set<number>> {
  const { rows } = await client.query<{ rowNo: number }>(
    `SELECT DISTINCT e.row_no AS "rowNo" FROM import_edit s JOIN import_edit_row e ON e.edit_id = s.id
       JOIN import_row r ON r.import_id = s.import_id AND r.row_no = e.row_no
      WHERE s.import_id = $1 AND s.undone_at IS NULL AND e.row_no = ANY ($2::int[])
        AND (jsonb_populate_record(NULL::import_row, e.before)).password_sealed IS DISTINCT FROM r.password_sealed`,
    [importId, [...rowNos]],
  );
  return new Set(rows.map(({ rowNo }) => rowNo));
}

/** As the review shows them, in the order of the file. */
export async function findRowsByNumber(
  db: Queryable,
  importId: bigint,
  rowNos: readonly number[],
): Promise<StoredImportRow[]> {
  return query<StoredImportRow>(
    db,
    `SELECT ${importRowColumns} FROM import_plan_row p JOIN import_row r USING (import_id, row_no)
      WHERE p.import_id = $1 AND p.row_no = ANY ($2::int[]) ORDER BY p.row_no`,
    importId,
    [...rowNos],
  );
}
