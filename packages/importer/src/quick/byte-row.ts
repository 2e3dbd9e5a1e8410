// Cuts one row out of the bytes of a CSV, as positions: no text is made. It takes only rows that are cut at a glance – no quote
// within quotes, no line break in a cell – and only what `CsvLexer` would cut the same; other rows are for that.

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** One row at a time: where its cells begin and end. */
export class ByteRow {
  /** How many cells the row has. */
  count = 0;
  /** Where the next row begins. */
  next = 0;
  readonly starts: Int32Array;
  readonly ends: Int32Array;

  private readonly delimiter: number;
  private readonly endsCell = new Uint8Array(256);

  /** `delimiter` is one ASCII character; a row of more cells than `most` is none that is cut at a glance. */
  constructor(delimiter: string, most: number) {
    this.delimiter = delimiter.charCodeAt(0);
    this.starts = new Int32Array(most);
    this.ends = new Int32Array(most);
    for (const byte of [this.delimiter, LF, CR]) this.endsCell[byte] = 1;
  }

  /** Cuts the row that begins at `from`; false when it is not cut at a glance. The bytes end where a row does. */
  read(bytes: Uint8Array, from: number): boolean {
    const { starts, ends, endsCell, delimiter } = this;
    const end = bytes.length;
    let at = from;
    for (let cell = 0; cell < starts.length; cell++) {
      if (bytes[at] === QUOTE) {
        const close = closingQuote(bytes, at + 1);
        if (close < 0) return false;
        starts[cell] = at + 1;
        ends[cell] = close;
        at = close + 1;
      } else {
        starts[cell] = at;
        while (at < end && endsCell[bytes[at] ?? 0] === 0) at++;
        ends[cell] = at;
      }
      this.count = cell + 1;
      this.next = at < end ? at + 1 : end;
      if (at >= end || bytes[at] === LF) return true;
      if (bytes[at] === CR && bytes[at + 1] === LF) {
        this.next++;
        return true;
      }
      if (bytes[at] !== delimiter) return false;
      at++;
    }
    return false;
  }
}

// -1 when a line break comes first, or none at all.
function closingQuote(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) return at;
    if (byte === LF || byte === CR) return -1;
  }
  return -1;
}
