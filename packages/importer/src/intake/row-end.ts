// Where the last complete row of a piece of a CSV ends, by its bytes alone: so a file can be cut where no row is. It cuts
// only what `CsvLexer` would, for encodings in which ASCII is one byte a character; it knows nothing of cells.

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** The end of the last complete row (0 when there is none), and the lines before it. */
export interface RowEnd {
  end: number;
  lines: number;
}

/** The bytes begin where a row does. */
export function lastRowEnd(bytes: Uint8Array, delimiter: string): RowEnd {
  return bytes.includes(QUOTE) ? endWithQuotes(bytes, delimiter.charCodeAt(0)) : endWithoutQuotes(bytes);
}

function endWithoutQuotes(bytes: Uint8Array): RowEnd {
  let end = bytes.lastIndexOf(LF) + 1;
  if (!bytes.includes(CR)) return { end, lines: countOf(bytes, end) };
  // A CR is a line end of its own unless an LF follows; what follows the last byte is not known yet.
  const lone = bytes.subarray(0, -1).lastIndexOf(CR) + 1;
  if (lone > end) end = lone;
  return { end, lines: linesOf(bytes, end) };
}

// Nearly every file has nothing but LF: four bytes are looked at at once, and one by one only where there is one among them.
function countOf(bytes: Uint8Array, end: number): number {
  const words = bytes.byteOffset % 4 === 0 ? end >> 2 : 0;
  const quads = new Uint32Array(bytes.buffer, words === 0 ? 0 : bytes.byteOffset, words);
  let count = 0;
  for (let word = 0; word < words; word++) {
    const zeroes = (quads[word] ?? 0) ^ 0x0a0a0a0a;
    if (((zeroes - 0x01010101) & ~zeroes & 0x80808080) !== 0) count += linesIn(bytes, word * 4, word * 4 + 4);
  }
  return count + linesIn(bytes, words * 4, end);
}

function linesIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (bytes[i] === LF) count++;
  return count;
}

function linesOf(bytes: Uint8Array, end: number): number {
  let lines = 0;
  for (let i = 0; i < end; i++) {
    const byte = bytes[i];
    if (byte === LF || (byte === CR && bytes[i + 1] !== LF)) lines++;
  }
  return lines;
}

function endWithQuotes(bytes: Uint8Array, delimiter: number): RowEnd {
  const scan = new RowScan(delimiter);
  let end = 0;
  let lines = 0;
  while (scan.row(bytes, end)) {
    end = scan.end;
    lines += scan.lines;
  }
  return { end, lines };
}

/** Finds the ends of rows one by one. The answer is in the object, so that none is made for it. */
export class RowScan {
  /** Behind the line end of the row. */
  end = 0;
  /** The lines that it spans. */
  lines = 0;
  private readonly delimiter: number;

  /** The code of the delimiter, below 128. */
  constructor(delimiter: number) {
    this.delimiter = delimiter;
  }

  /** The row that begins at `from`; false when it has no end among the bytes. */
  row(bytes: Uint8Array, from: number): boolean {
    let atStart = true;
    this.lines = 0;
    for (let i = from; i < bytes.length; i++) {
      const byte = bytes[i];
      if (byte === QUOTE && atStart) {
        i = this.closingQuote(bytes, i + 1);
        atStart = false;
      } else if (byte === LF || byte === CR) {
        if (byte === CR && i + 1 === bytes.length) return false;
        this.end = byte === CR && bytes[i + 1] === LF ? i + 2 : i + 1;
        this.lines++;
        return true;
      } else atStart = byte === this.delimiter;
    }
    return false;
  }

  // The one that no quote follows, counting lines on the way.
  private closingQuote(bytes: Uint8Array, from: number): number {
    let i = from;
    for (; i < bytes.length; i++) {
      const inside = bytes[i];
      if (inside === QUOTE) {
        if (bytes[i + 1] !== QUOTE) break;
        i++;
      } else if (inside === LF || (inside === CR && bytes[i + 1] !== LF)) this.lines++;
    }
    return i;
  }
}
