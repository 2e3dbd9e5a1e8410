/**
 * Merges a corrected file into the import it came from, as one step that can be taken back: row by row by the column that names
 * them, by address where that is gone. Rows that are not in the file stay as they are.
 */
import type { RowToEdit } from "@rollcall/db";
import {
  describeProblem,
  isSecretColumn,
  readTable,
  setCellAt,
  TableFault,
  type EncodingId,
  type Row,
} from "@rollcall/importer";
import { openWorkbook } from "@rollcall/workbook";
import { authorise } from "../../access/authorise";
import type { Context } from "../../context";
import { done, refuse, type Result } from "../../result";
import { correctionColumns, parseRowId, tooLongMark } from "../correction-columns";
import { parseImportId } from "../import-id";
import { passwordMask } from "../stage-file";
import { correctImport, type Corrected, type Correction } from "./correct-import";
import { StepWriter } from "./make-step";
import { layoutOf, type MergeLayout } from "./merge-layout";
import type { EditResult } from "./types";

export interface CorrectionsInput {
  importId: string;
  fileName: string;
  source: AsyncIterable<Uint8Array>;
  /** null: as the bytes say */
  encoding?: EncodingId | null;
}

/** A corrected file is held while it is merged, so that nobody waits for a slow line. */
export const mostCorrectionBytes = 64 * 1024 * 1024;
const linesAtOnce = 1_000;

/**
 * Refuses `file-refused`, in words with line and column, for a file that cannot be read, is of another import or other columns,
 * or names a row twice or not clearly; and as `editImport` does. Nothing is merged then.
 */
export async function applyCorrections(
  context: Context,
  input: CorrectionsInput,
): Promise<Result<EditResult>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const limit = Math.min(mostCorrectionBytes, context.settings.importMaxBytes);
  const bytes = await readBytes(input.source, limit);
  if (bytes === null) {
    const most = String(Math.floor(limit / 1024 / 1024));
    return refuse({ code: "file-refused", message: `A file of corrections may have ${most} MB at most.` });
  }
  return correctImport(context, input.importId, "import.edited", async (correction) => {
    const merge = new Merge(correction, input.fileName);
    try {
      const { fileName, encoding = null } = input;
      const options = { fileName, openWorkbook, limits: { maxBytes: limit } };
      const table = readTable(chunksOf(bytes), { ...options, ...(encoding === null ? {} : { encoding }) });
      for await (const rows of table) await merge.add(rows);
      return await merge.end();
    } catch (error) {
      if (error instanceof MergeFault) return refuse({ code: "file-refused", message: error.message });
      if (!(error instanceof TableFault)) throw error;
      const { line } = error.problem;
      return refuse({
        code: "file-refused",
        message: `${input.fileName}${line === null ? "" : `, line ${String(line)}`}: ${describeProblem(error.problem)}`,
      });
    }
  });
}

/** Null when there are more than `limit`. */
async function readBytes(source: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array[] | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return chunks;
}

async function* chunksOf(bytes: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield* bytes;
}

/** The file is not the right one. */
class MergeFault extends Error {}

class Merge {
  private readonly correction: Correction;
  private readonly fileName: string;
  private readonly writer: StepWriter;
  private readonly secret: ReadonlySet<number>;
  private readonly seen = new Set<number>();
  private layout: MergeLayout | null = null;
  private lines: Row[] = [];

  constructor(correction: Correction, fileName: string) {
    this.correction = correction;
    this.fileName = fileName;
    this.writer = new StepWriter(correction, { kind: "corrections", fileName, rows: 0 });
    this.secret = new Set(correction.columns.filter(isSecretColumn).map(({ index }) => index));
  }

  /** The next rows of the file; the very first is its header. */
  async add(rows: readonly Row[]): Promise<void> {
    for (const row of rows) {
      if (this.layout === null) {
        const layout = layoutOf(row.cells, this.correction.columns);
        if ("fault" in layout) throw new MergeFault(`${this.fileName}: ${layout.fault}`);
        this.layout = layout;
        continue;
      }
      this.lines.push(row);
      if (this.lines.length === linesAtOnce) await this.flush();
    }
  }

  async end(): Promise<Result<Corrected>> {
    await this.flush();
    if (this.layout === null) throw new MergeFault(`${this.fileName} is empty.`);
    const made = await this.writer.end();
    if (made === null) return done({ last: null, affected: 0 });
    await this.correction.replan(made);
    return done({ last: made.edit, affected: made.edit.rows });
  }

  private async flush(): Promise<void> {
    const { lines, layout, writer } = this;
    if (lines.length === 0 || layout === null) return;
    this.lines = [];
    const byRow =
      layout.idAt === null ? await this.byAddress(lines, layout) : await this.byId(lines, layout.idAt);
    const rowNos = [...byRow.keys()];
    const found = new Set<number>();
    const scope = { rowNos, outcomes: [], search: null, cause: null };
    const written = await writer.write({
      scope,
      change: (row) => {
        found.add(row.rowNo);
        const line = byRow.get(row.rowNo);
        return line === undefined ? null : this.changed(row, line, layout);
      },
    });
    if (!written.ok) throw new MergeFault(Object.values(fieldsOf(written.refusal)).join(" "));
    const missing = rowNos.find((rowNo) => !found.has(rowNo));
    const line = byRow.get(missing ?? 0);
    if (line !== undefined) this.fault(line, correctionColumns[0], "the import has no such row.");
  }

  private changed(row: RowToEdit, line: Row, layout: MergeLayout): { cells: string[] } | null {
    let cells: string[] | null = null;
    for (const { at, index } of layout.cells) {
      const given = line.cells[at] ?? "";
      const now = row.cells[index] ?? "";
      // passwords were left out of the file: an empty cell leaves them as they are
      const isLeft =
        given === tooLongMark || (this.secret.has(index) && (given === "" || given === passwordMask));
      if (given === now || isLeft) continue;
      cells = setCellAt({ line: row.line, cells: cells ?? row.cells }, index, given).cells;
    }
    return cells === null ? null : { cells };
  }

  /** Rows that waited may be named as they were in the import that this one carries on: that is where their file was downloaded. */
  private async byId(lines: readonly Row[], idAt: number): Promise<Map<number, Row>> {
    const found = new Map<number, Row>();
    const { edit } = this.correction;
    const named = lines.map((line) => ({ line, id: parseRowId(line.cells[idAt] ?? "") }));
    const others = named.flatMap(({ id }) =>
      id === null || id.importId === String(edit.importId) ? [] : [id],
    );
    const parent = parseImportId(others[0]?.importId ?? "");
    const brought =
      parent === null
        ? null
        : await edit.rowsBroughtFrom(
            parent,
            others.map(({ rowNo }) => rowNo),
          );
    for (const { line, id } of named) {
      if (id === null)
        this.fault(line, correctionColumns[0], "it does not say which row of the import this is.");
      const isOwn = id.importId === String(edit.importId);
      const rowNo = isOwn ? id.rowNo : id.importId === String(parent) ? brought?.get(id.rowNo) : undefined;
      if (rowNo === undefined)
        this.fault(line, correctionColumns[0], `the row belongs to import ${id.importId}, not to this one.`);
      this.claim(found, rowNo, line, correctionColumns[0]);
    }
    return found;
  }

  /** Where the column that names rows is gone: the address must lead to one row of the import, and one only. */
  private async byAddress(lines: readonly Row[], layout: MergeLayout): Promise<Map<number, Row>> {
    const { edit, newRecheck, columns } = this.correction;
    const recheck = newRecheck();
    const keyed = lines.map((line) => ({ line, key: recheck(looseRow(line, layout), {}).emailKey }));
    const rows = await edit.rowsByKey(keyed.flatMap(({ key }) => (key === null ? [] : [key])));
    const at = columns.find(({ field }) => field === "email" || field === "username");
    const column = at === undefined || at.header === "" ? "the address" : at.header;
    const found = new Map<number, Row>();
    const without = `The column “${correctionColumns[0]}” of the corrections file would say which row it is.`;
    for (const { line, key } of keyed) {
      const row = key === null ? undefined : rows.get(key);
      if (row === undefined) this.fault(line, column, `no row of the import has this address. ${without}`);
      else if (row.rows > 1)
        this.fault(line, column, `${String(row.rows)} rows of the import have this address. ${without}`);
      else this.claim(found, row.rowNo, line, column);
    }
    return found;
  }

  private claim(found: Map<number, Row>, rowNo: number, line: Row, column: string): void {
    if (this.seen.has(rowNo)) this.fault(line, column, "the same row is in the file twice.");
    this.seen.add(rowNo);
    found.set(rowNo, line);
  }

  private fault(line: Row, column: string, what: string): never {
    throw new MergeFault(
      `${this.fileName}, line ${String(line.line)}, “${column}”: ${what} Nothing was merged.`,
    );
  }
}

/** A line of the file as a row that nothing is known of. */
function looseRow(line: Row, layout: MergeLayout): RowToEdit {
  let cells: string[] = [];
  for (const { at, index } of layout.cells)
    cells = setCellAt({ line: line.line, cells }, index, line.cells[at] ?? "").cells;
  const nothing = {
    problems: null,
    planProblems: null,
    email: null,
    emailKey: null,
    fullName: null,
    department: null,
  };
  const none = {
    groups: null,
    passwordSealed: null,
    aliasKeys: null,
    extra: null,
    decision: null,
    linkAccountId: null,
  };
  return { rowNo: 0, line: line.line, cells, ...nothing, ...none, original: null, added: null };
}

function fieldsOf(refusal: { code: string; fields?: Record<string, string> }): Record<string, string> {
  return refusal.fields ?? {};
}
