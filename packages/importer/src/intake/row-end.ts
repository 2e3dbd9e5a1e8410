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

/** The bytes begin where a row does.. */
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

// Nearly every file has nothing but LF: counted without looking at what is beside it.
function countOf(bytes: Uint8Array, end: number): number {
  let count = 0;
  for (let i = 0; i < end; i++) if (bytes[i] === LF) count++;
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
  let end = 0;
  let lines = 0;
  let linesAtEnd = 0;
  let atStart = true;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === QUOTE && atStart) {
      // To the closing quote: one that no quote follows.
      for (i++; i < bytes.length; i++) {
        const inside = bytes[i];
        if (inside === QUOTE) {
          if (bytes[i + 1] !== QUOTE) break;
          i++;
        } else if (inside === LF || (inside === CR && bytes[i + 1] !== LF)) lines++;
      }
      atStart = false;
    } else if (byte === LF || byte === CR) {
      if (byte === CR && i + 1 === bytes.length) break;
      if (byte === CR && bytes[i + 1] === LF) i++;
      lines++;
      end = i + 1;
      linesAtEnd = lines;
      atStart = true;
    } else atStart = byte === delimiter;
  }
  return { end, lines: linesAtEnd };
}
