// The cells of one sheet of an XLS, in rows. Formulas are skipped: what they gave last is all that is read.
import type { Limits } from "@rollcall/importer";
import { coverMerged, type MergedRange } from "../cells/cover-merged";
import { formatNumber, plainFormat } from "../cells/number-format";
import { RowBuilder, type RowMode } from "../cells/row-builder";
import { corrupt } from "../fault";
import type { WireRow } from "../../protocol";
import { record, Records } from "./biff-records";
import { lines, SegmentedText } from "./biff-strings";
import type { Globals } from "./read-globals";

const errorTexts: Readonly<Record<number, string>> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
  0x2b: "#GETTING_DATA",
};

/** A cell and where it is; columns and rows 0-based. */
type Cell = [column: number, text: string, isError: boolean];

/** A sheet's cells by row. Files may have them in any order, so they are gathered before they are handed over. */
export class SheetReader {
  readonly merged: MergedRange[] = [];
  private readonly rows: (Cell[] | undefined)[] = [];
  private readonly globals: Globals;
  private readonly records: Records;
  /** Where the text of the formula that was just read goes; it comes in a record of its own. */
  private waiting: { row: number; column: number } | null = null;

  constructor(stream: Buffer, offset: number, globals: Globals) {
    this.globals = globals;
    this.records = new Records(stream, offset);
    if (this.next() !== record.bof) throw corrupt("a sheet of it is not where it should be");
    for (let depth = 1; depth > 0;) {
      const type = this.next();
      if (type === record.bof) depth++;
      else if (type === record.eof) depth--;
      // A chart in the sheet is a part of its own between BOF and EOF.
      else if (depth === 1) this.readRecord();
    }
  }

  private next(): number {
    if (!this.records.next()) throw corrupt("it is cut off within a sheet");
    return this.records.type;
  }

  /** Number of the last row that has content. */
  get lastRow(): number {
    return this.rows.length;
  }

  /** Rows that have content, a batch at a time; at most `most` of them. */
  *read(limits: Limits, mode: RowMode, most = Infinity): Generator<WireRow[]> {
    const builder = new RowBuilder(limits, mode);
    let left = most;
    for (let row = 0; row < this.rows.length && left > 0; row++) {
      const cells = this.rows[row];
      if (cells === undefined) continue;
      builder.begin(row + 1);
      for (const [column, text, isError] of cells) builder.set(column, text, isError);
      builder.finish();
      left--;
      if (builder.full) yield coverMerged(builder.take(), this.merged);
    }
    yield coverMerged(builder.take(), this.merged);
  }

  private readRecord(): void {
    const { records } = this;
    switch (records.type) {
      case record.labelSst:
        records.hold(10);
        this.shared(records.word(0), records.word(2), records.word(6) + records.word(8) * 0x10000);
        break;
      case record.rk:
        records.hold(10);
        this.number(
          records.word(0),
          records.word(2),
          records.word(4),
          rkNumber(records.stream, records.from + 6),
        );
        break;
      case record.number:
        records.hold(14);
        this.number(
          records.word(0),
          records.word(2),
          records.word(4),
          records.stream.readDoubleLE(records.from + 6),
        );
        break;
      case record.mulRk:
        this.numbers(records.data(6));
        break;
      case record.formula:
      case record.oldFormula:
        this.formula(records.data(14));
        break;
      default:
        this.readRare();
    }
  }

  private readRare(): void {
    const { records } = this;
    switch (records.type) {
      case record.label:
      case record.rString:
        this.label(records.data(8));
        break;
      case record.boolErr: {
        const data = records.data(8);
        this.boolOrError(data.readUInt16LE(0), data.readUInt16LE(2), data[6] ?? 0, data[7] === 1);
        break;
      }
      case record.string:
        if (this.waiting !== null)
          this.put(this.waiting.row, this.waiting.column, this.text(records.segments(), 0));
        this.waiting = null;
        break;
      case record.mergedCells:
        this.merges(records.data(2));
        break;
    }
  }

  private put(row: number, column: number, text: string, isError = false): void {
    if (text === "") return;
    const cells = (this.rows[row] ??= []);
    cells.push([column, text, isError]);
  }

  private number(row: number, column: number, xf: number, value: number): void {
    const format = this.globals.formats[xf] ?? plainFormat;
    this.put(row, column, formatNumber(value, format, this.globals.date1904));
  }

  private numbers(data: Buffer): void {
    const row = data.readUInt16LE(0);
    const first = data.readUInt16LE(2);
    for (let at = 4, column = first; at + 6 <= data.length - 2; at += 6, column++)
      this.number(row, column, data.readUInt16LE(at), rkNumber(data, at + 2));
  }

  private shared(row: number, column: number, index: number): void {
    const text = this.globals.strings[index];
    if (text === undefined) throw corrupt("a cell refers to a text that is not there");
    this.put(row, column, text);
  }

  private label(data: Buffer): void {
    this.put(data.readUInt16LE(0), data.readUInt16LE(2), this.text([data], 6));
  }

  // The two kinds of text differ by version; lengths take two bytes in both.
  private text(segments: Buffer[], at: number): string {
    if (this.globals.isUnicode) return lines(new SegmentedText(segments, at).string());
    const bytes = segments.length === 1 ? (segments[0] ?? Buffer.alloc(0)) : Buffer.concat(segments);
    if (bytes.length < at + 2) throw corrupt("a text of it is cut off");
    const end = at + 2 + bytes.readUInt16LE(at);
    if (end > bytes.length) throw corrupt("a text of it is cut off");
    return lines(this.globals.decode(bytes.subarray(at + 2, end)));
  }

  private boolOrError(row: number, column: number, value: number, isError: boolean): void {
    if (isError) this.put(row, column, errorTexts[value] ?? "#N/A", true);
    else this.put(row, column, value === 0 ? "FALSE" : "TRUE");
  }

  // Eight bytes: a number, or 0xFFFF at their end and what else it is at their beginning (MS-XLS 2.5.133).
  private formula(data: Buffer): void {
    const row = data.readUInt16LE(0);
    const column = data.readUInt16LE(2);
    this.waiting = null;
    if (data.readUInt16LE(12) !== 0xffff)
      this.number(row, column, data.readUInt16LE(4), data.readDoubleLE(6));
    else if (data[6] === 0) this.waiting = { row, column };
    else if (data[6] === 1 || data[6] === 2) this.boolOrError(row, column, data[8] ?? 0, data[6] === 2);
  }

  private merges(data: Buffer): void {
    const count = data.readUInt16LE(0);
    for (let at = 2, i = 0; i < count && at + 8 <= data.length; i++, at += 8)
      this.merged.push({
        top: data.readUInt16LE(at) + 1,
        bottom: data.readUInt16LE(at + 2) + 1,
        left: data.readUInt16LE(at + 4),
        right: data.readUInt16LE(at + 6),
      });
  }
}

/** Thirty bits of a whole number or of a double, and whether it is to be divided by 100 (MS-XLS 2.5.217). */
function rkNumber(data: Buffer, at: number): number {
  const bits = data.readInt32LE(at);
  const value = (bits & 2) !== 0 ? bits >> 2 : doubleOf(bits & ~3);
  return (bits & 1) !== 0 ? value / 100 : value;
}

const double = Buffer.alloc(8);
function doubleOf(high: number): number {
  double.writeInt32LE(high, 4);
  return double.readDoubleLE(0);
}
