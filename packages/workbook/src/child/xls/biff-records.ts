// The records of an XLS's stream: a number, a length, that many bytes; what does not fit goes on in CONTINUE records.
import { corrupt } from "../fault";

/** Numbers of the records that are read (MS-XLS 2.3; those of Excel 5 are the same but for what is said). */
export const record = {
  eof: 0x0a,
  dateMode: 0x22,
  filePass: 0x2f,
  continued: 0x3c,
  codePage: 0x42,
  boundSheet: 0x85,
  mulRk: 0xbd,
  rString: 0xd6,
  xf: 0xe0,
  mergedCells: 0xe5,
  sst: 0xfc,
  labelSst: 0xfd,
  number: 0x203,
  label: 0x204,
  boolErr: 0x205,
  string: 0x207,
  rk: 0x27e,
  format: 0x41e,
  bof: 0x809,
  formula: 0x06,
  oldFormula: 0x406,
} as const;

/** Walks over the records of a stream; `type` and `data` are those of the one it stands on. */
export class Records {
  type = 0;
  /** Where the data of the record begins and ends in `stream`. */
  from = 0;
  end: number;
  readonly stream: Buffer;

  constructor(stream: Buffer, start: number) {
    if (start > stream.length) throw corrupt("a sheet of it lies behind its end");
    this.stream = stream;
    this.end = start;
  }

  /** Goes to the next record; false at the end of the stream. */
  next(): boolean {
    const { stream, end: at } = this;
    if (at + 4 > stream.length) return false;
    this.type = stream.readUInt16LE(at);
    this.from = at + 4;
    this.end = this.from + stream.readUInt16LE(at + 2);
    if (this.end > stream.length) throw corrupt("it is cut off within a record");
    return true;
  }

  /** The data; a record shorter than `least` is damaged. */
  data(least = 0): Buffer {
    if (this.end - this.from < least) throw corrupt("a record of it is too short");
    return this.stream.subarray(this.from, this.end);
  }

  /** Two bytes of the data as a number, without making a view of it first: there are as many records as cells. */
  word(at: number): number {
    const { stream } = this;
    return (stream[this.from + at] ?? 0) | ((stream[this.from + at + 1] ?? 0) << 8);
  }

  /** Holds a record to the length that its kind has at least. */
  hold(least: number): void {
    if (this.end - this.from < least) throw corrupt("a record of it is too short");
  }

  /** The data, and that of the CONTINUE records that follow. */
  segments(): Buffer[] {
    const segments = [this.data()];
    while (this.end + 4 <= this.stream.length && this.stream.readUInt16LE(this.end) === record.continued) {
      this.next();
      segments.push(this.data());
    }
    return segments;
  }
}
