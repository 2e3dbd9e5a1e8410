// One part of a CSV under way: rows that are judged at a glance are counted, the others read and checked in full, all in the
// order of the file. It compares no rows.
import type { RowChecker } from "./check-row";
import type { HashList } from "./checks/hash-list";
import { isBlankRow } from "./intake/blank-row";
import { openCsv, type CsvReader } from "./intake/csv-reader";
import type { RowScan } from "./intake/row-end";
import type { Limits } from "./model/limits";
import type { Problem } from "./model/problem";
import type { Recognition } from "./model/recognition";
import type { CheckedRow, Row } from "./model/row";
import type { ByteRow } from "./quick/byte-row";
import type { QuickCheck, RowNames } from "./quick/quick-check";

// So few rows at once that they are gone before the engine has to move them.
const pieceBytes = 1 << 15;
// Until a row is known to be good.
const learningBytes = 1 << 10;

/** A part of a file. */
export interface Part {
  bytes: Uint8Array;
  /** The line that it begins on; 1 for the first part. */
  line: number;
}

/** How a part ended. */
export interface PartEnd {
  rows: number;
  /** Of them, those of which there is nothing to tell but their names; they were not given out. */
  quiet: number;
  blankRows: number;
  /** What makes the file unreadable; the rows before it were given out. */
  fault: Problem | null;
}

/** Takes what comes of a part, in the order of its rows. */
export interface PartTaker {
  /** A row; it is only good until the next one. */
  row: (row: CheckedRow) => void;
  /** What is to be told of a row that was judged by its bytes; when no error, its names are told as those of a quiet row. */
  told: (problems: readonly Problem[]) => void;
  /** Names that a quiet row gives; those of further ones only where they are others. */
  names: (names: RowNames) => void;
}

/** What the parts of a file share. */
export interface PartFile {
  first: Recognition;
  later: Recognition;
  limits: Limits;
  check: RowChecker;
  quick: QuickCheck | null;
  /** What is asked of the addresses of other parts; null when nobody compares them. */
  asked: HashList | null;
  firstColumn: number;
  afterLine: number;
  row: ByteRow;
  scan: RowScan;
  parts: number;
}

/** One part; its rows are read once. */
export class PartRun {
  private readonly file: PartFile;
  private readonly bytes: Uint8Array;
  private readonly take: PartTaker;
  private readonly table: CsvReader;
  private readonly end: PartEnd = { rows: 0, quiet: 0, blankRows: 0, fault: null };
  private readonly rows: Row[] = [];
  /** The line of the next row. */
  private line: number;
  /** Where the rows that wait to be read in full begin, and on which line. */
  private waitFrom = 0;
  private waitLine: number;

  constructor(file: PartFile, { bytes, line }: Part, take: PartTaker) {
    this.file = file;
    this.bytes = bytes;
    this.take = take;
    this.line = line;
    this.waitLine = line;
    this.table = openCsv(line === 1 ? file.first : file.later, file.limits, line);
  }

  run(): PartEnd {
    const { bytes, end, file } = this;
    // The first row of the file may have a byte order mark before it, or be none.
    let at = this.line === 1 ? this.full(0) : 0;
    while (at < bytes.length && end.fault === null) {
      const next = this.glance(at);
      if (next < 0) at = this.full(at);
      else {
        at = next;
        this.waitFrom = at;
        this.waitLine = this.line;
      }
      if (at - this.waitFrom >= (file.quick?.learning === true ? learningBytes : pieceBytes))
        this.readWaiting(at);
    }
    if (end.fault === null) this.readWaiting(bytes.length);
    return end;
  }

  // Behind the row at this position, when it is good at a glance; else -1.
  private glance(at: number): number {
    const { bytes, end, file, line } = this;
    const { quick, row, asked } = file;
    if (quick === null || line <= file.afterLine || !row.read(bytes, at) || !quick.passes(bytes, row))
      return -1;
    if (this.waitFrom < at) this.readWaiting(at);
    // An address that an earlier part has: its row is to be told.
    if (end.fault !== null || (asked !== null && asked.nextAnswer !== 0)) return -1;
    if (asked !== null) {
      quick.hashAddress(bytes, row, asked.hash);
      asked.ask(line);
    }
    const problems = quick.problems(line);
    if (problems.length === 0) end.quiet++;
    else this.take.told(problems);
    if (!problems.some(({ severity }) => severity === "error")) quick.tellNames(file.parts, this.take.names);
    end.rows++;
    this.line++;
    return row.next;
  }

  // Leaves the row at this position to be read in full, and gives back where the next begins.
  private full(at: number): number {
    const { bytes } = this;
    const { scan } = this.file;
    const ended = scan.row(bytes, at);
    this.line += ended ? scan.lines : 0;
    return ended ? scan.end : bytes.length;
  }

  private readWaiting(to: number): void {
    const { bytes, table, rows, end, file } = this;
    rows.length = 0;
    table.skipTo(this.waitLine);
    table.push(bytes.subarray(this.waitFrom, to), rows);
    if (to === bytes.length) table.end(rows);
    this.waitFrom = to;
    this.waitLine = this.line;
    end.fault = table.fault;
    for (const row of rows)
      if (isBlankRow(row.cells, file.firstColumn)) end.blankRows++;
      else if (row.line > file.afterLine) {
        end.rows++;
        const checked = file.check(row, table.plain);
        file.quick?.learn(checked);
        this.take.row(checked);
      }
  }
}
