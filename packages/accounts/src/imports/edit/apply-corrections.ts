/**
 * Merges a corrected file into the import it came from, as one step that can be taken back: row by row by the column that names
 * them, by address where that is gone. Rows that are not in the file stay as they are.
 */
import type { RowToEdit } from "@rollcall/db";
import {
  describeProblem,
  importNumber,
  isSecretColumn,
  parseRowName,
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
import { openPassword } from "../../secrets/sealing";
import { correctionColumns, tooLongMark } from "../correction-columns";
import { printOfRow } from "../correction-print";
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
  /** what becomes of rows that the file changed and somebody else too, since it was downloaded; without it they stay as they are */
  take?: "file" | undefined;
}

export interface MergeResult extends EditResult {
  /** changed by the file and, since it was downloaded, by somebody else: they are as they were; none with `take` */
  bothChanged: BothChanged;
}

export interface BothChanged {
  rows: number;
  /** the first of them, at most 50, in the order of the file */
  first: { rowNo: number; line: number; differs: { column: string; here: string; file: string }[] }[];
}

const mostShown = 50;

/** A corrected file is held while it is merged, so that nobody waits for a slow line. */
export const mostCorrectionBytes = 64 * 1024 * 1024;
const linesAtOnce = 1_000;

/**
 * Refuses `file-refused`, in words with line and column, for a file that cannot be read, is of another import or other columns,
 * or names a row twice or not clearly; and as `editImport` does. Nothing is merged then. Rows whose cells in the file are those that
 * were downloaded are left alone, whatever they are by now.
 */
export async function applyCorrections(
  context: Context,
  input: CorrectionsInput,
): Promise<Result<MergeResult>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  const limit = Math.min(mostCorrectionBytes, context.settings.importMaxBytes);
  const bytes = await readBytes(input.source, limit);
  if (bytes === null) {
    const most = String(Math.floor(limit / 1024 / 1024));
    return refuse({ code: "file-refused", message: `A file of corrections may have ${most} MB at most.` });
  }
  const bothChanged: BothChanged = { rows: 0, first: [] };
  const merged = await correctImport(context, input.importId, "import.edited", async (correction) => {
    const merge = new Merge(correction, input, bothChanged);
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
  return merged.ok ? done({ ...merged.value, bothChanged }) : merged;
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

/** A line of the file, and what its row was when it was downloaded; null where the file does not say. */
interface Named {
  line: Row;
  print: string | null;
}

/** By position, what the file says otherwise than the row. */
type Given = ReadonlyMap<number, string>;

class Merge {
  private readonly correction: Correction;
  private readonly fileName: string;
  private readonly writer: StepWriter;
  private readonly secret: ReadonlySet<number>;
  private readonly seen = new Set<number>();
  private readonly takesFile: boolean;
  private readonly bothChanged: BothChanged;
  private layout: MergeLayout | null = null;
  private lines: Row[] = [];
  /** rows whose password somebody has set in the review: a file has no passwords, so its print cannot tell */
  private passwordsSet: ReadonlySet<number> = new Set();

  constructor(
    correction: Correction,
    { fileName, take }: Pick<CorrectionsInput, "fileName" | "take">,
    bothChanged: BothChanged,
  ) {
    this.correction = correction;
    this.fileName = fileName;
    this.takesFile = take === "file";
    this.bothChanged = bothChanged;
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
    if (this.secret.size > 0) this.passwordsSet = await this.correction.edit.passwordsSet(rowNos);
    const found = new Set<number>();
    const scope = { rowNos, outcomes: [], search: null, cause: null };
    const written = await writer.write({
      scope,
      change: (row) => {
        found.add(row.rowNo);
        const named = byRow.get(row.rowNo);
        return named === undefined ? null : this.changed(row, named, layout);
      },
    });
    if (!written.ok) throw new MergeFault(Object.values(fieldsOf(written.refusal)).join(" "));
    const missing = rowNos.find((rowNo) => !found.has(rowNo));
    const named = byRow.get(missing ?? 0);
    if (named !== undefined) this.fault(named.line, correctionColumns[0], "the import has no such row.");
  }

  private changed(row: RowToEdit, { line, print }: Named, layout: MergeLayout): { cells: string[] } | null {
    const given = new Map<number, string>();
    for (const { at, index } of layout.cells) {
      const cell = line.cells[at] ?? "";
      // passwords were left out of the file: an empty cell leaves them as they are
      const isLeft = cell === tooLongMark || (this.secret.has(index) && this.keepsSecret(row, index, cell));
      if (cell !== (row.cells[index] ?? "") && !isLeft) given.set(index, cell);
    }
    if (given.size === 0) return null;
    if (print !== null && this.stays(row, given, print)) return null;
    let { cells } = row;
    for (const [index, cell] of given) cells = setCellAt({ line: row.line, cells }, index, cell).cells;
    return { cells };
  }

  /** Nothing was typed where the file was left empty, or the very password that is there. */
  private keepsSecret(row: RowToEdit, index: number, cell: string): boolean {
    if (cell === "" || cell === passwordMask) return true;
    const { columns, importKey, edit } = this.correction;
    const isPassword = columns.some((column) => column.index === index && column.field === "password");
    if (!isPassword || row.passwordSealed === null || importKey === null) return false;
    return openPassword(importKey, edit.importId, row.rowNo, row.passwordSealed) === cell;
  }

  /** Where the file says what was downloaded, and where somebody else has corrected the row since. */
  private stays(row: RowToEdit, given: Given, print: string): boolean {
    const { columns } = this.correction;
    const here = (index: number): string => (this.secret.has(index) ? "" : (row.cells[index] ?? ""));
    if (printOfRow(columns, (index) => given.get(index) ?? here(index)) === print) return true;
    const setsPassword = [...given.keys()].some((index) => this.secret.has(index));
    const isTwice = setsPassword && this.passwordsSet.has(row.rowNo);
    if (this.takesFile || (!isTwice && printOfRow(columns, here) === print)) return false;
    this.bothChanged.rows += 1;
    if (this.bothChanged.first.length < mostShown) {
      const { rowNo, line } = row;
      this.bothChanged.first.push({ rowNo, line, differs: this.differs(row, given) });
    }
    return true;
  }

  private differs(row: RowToEdit, given: Given): BothChanged["first"][number]["differs"] {
    return [...given].map(([index, file]) => {
      const header = this.correction.columns.find((one) => one.index === index)?.header ?? "";
      const column = header === "" ? `Column ${String(index + 1)}` : header;
      if (this.secret.has(index)) return { column, here: row.cells[index] ?? "", file: passwordMask };
      return { column, here: shorten(row.cells[index] ?? ""), file: shorten(file) };
    });
  }

  /** Rows that waited may be named as they were in the import that this one carries on: that is where their file was downloaded. */
  private async byId(lines: readonly Row[], idAt: number): Promise<Map<number, Named>> {
    const found = new Map<number, Named>();
    const { edit } = this.correction;
    const named = lines.map((line) => ({ line, id: parseRowName(line.cells[idAt] ?? "") }));
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
        this.fault(
          line,
          correctionColumns[0],
          `the row belongs to ${importNumber(id.importId)}, not to this one.`,
        );
      this.claim(found, rowNo, { line, print: id.print }, correctionColumns[0]);
    }
    return found;
  }

  /** Where the column that names rows is gone: the address must lead to one row of the import, and one only. */
  private async byAddress(lines: readonly Row[], layout: MergeLayout): Promise<Map<number, Named>> {
    const { edit, newRecheck, columns } = this.correction;
    const recheck = newRecheck();
    const keyed = lines.map((line) => ({ line, key: recheck(looseRow(line, layout), {}).emailKey }));
    const rows = await edit.rowsByKey(keyed.flatMap(({ key }) => (key === null ? [] : [key])));
    const at = columns.find(({ field }) => field === "email" || field === "username");
    const column = at === undefined || at.header === "" ? "the address" : at.header;
    const found = new Map<number, Named>();
    const without = `The column “${correctionColumns[0]}” of the corrections file would say which row it is.`;
    for (const { line, key } of keyed) {
      const row = key === null ? undefined : rows.get(key);
      if (row === undefined) this.fault(line, column, `no row of the import has this address. ${without}`);
      else if (row.rows > 1)
        this.fault(line, column, `${String(row.rows)} rows of the import have this address. ${without}`);
      else this.claim(found, row.rowNo, { line, print: null }, column);
    }
    return found;
  }

  private claim(found: Map<number, Named>, rowNo: number, named: Named, column: string): void {
    if (this.seen.has(rowNo)) this.fault(named.line, column, "the same row is in the file twice.");
    this.seen.add(rowNo);
    found.set(rowNo, named);
  }

  private fault(line: Row, column: string, what: string): never {
    throw new MergeFault(
      `${this.fileName}, line ${String(line.line)}, “${column}”: ${what} Nothing was merged.`,
    );
  }
}

/** Enough to decide by. */
function shorten(cell: string): string {
  return cell.length > 200 ? `${cell.slice(0, 199)}…` : cell;
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
