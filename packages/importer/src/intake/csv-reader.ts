// Reads a CSV: bytes to text to rows, with the first thing that makes it unreadable and the line where that is.
import type { Problem } from "../model/problem";
import type { Limits } from "../model/limits";
import type { Recognition } from "../model/recognition";
import type { Row } from "../model/row";
import { beyondAscii } from "./beyond-ascii";
import { CsvLexer } from "./csv-lexer";
import { createDecoder, type Decoded } from "./decoder";
import { bomLengths } from "./encodings";
import { unescapeCell } from "./formula-quote";
import { refuseEncoding } from "./refuse-encoding";
import type { TableReader } from "./table-reader";

/** A reader that may leave rows out. */
export interface CsvReader extends TableReader {
  /** The next bytes begin a row, on this line; only where a row has just ended. */
  skipTo: (line: number) => void;
}

/**
 * Opens a CSV as `recognise` found it. Cells come without the formula quote; a `sep=` line is no row. `line` is where the
 * bytes begin when they are not the file's first.
 */
export const openCsv = (recognition: Recognition, limits: Limits, line = 1): CsvReader => {
  const encoding = recognition.encoding ?? "utf-8";
  const decoder = createDecoder(encoding, recognition.bom ? (bomLengths[encoding] ?? 0) : 0);
  const lexer = new CsvLexer({ delimiter: recognition.delimiter ?? ",", ...limits, line });
  let fault: Problem | null = null;
  let plain = false;
  // Something beyond ASCII may stand in the row under way.
  let wideTail = false;
  let dropFirst = recognition.sepLine;

  const take = ({ text, badByte }: Decoded, rows: Row[], piece: Uint8Array | null): void => {
    const from = rows.length;
    const wide = beyondAscii.test(text);
    if (text !== "") lexer.push(text, rows);
    if (piece === null && badByte === null) lexer.end(rows);
    plain = !wide && !wideTail;
    wideTail = wide || (wideTail && rows.length === from);
    if (dropFirst && rows.length > from) {
      rows.splice(from, 1);
      dropFirst = false;
    }
    for (let i = from; i < rows.length; i++) unescapeRow(rows[i]);
    fault = lexer.fault ?? (badByte === null ? null : refuseEncoding(encoding, badByte, lexer.line, piece));
  };

  return {
    push: (bytes, rows) => {
      if (fault === null) take(decoder.decode(bytes), rows, bytes);
    },
    end: (rows) => {
      if (fault === null) take(decoder.end(), rows, null);
    },
    skipTo: (next) => {
      lexer.skipTo(next);
    },
    get plain() {
      return plain;
    },
    get fault() {
      return fault;
    },
  };
};

function unescapeRow(row: Row | undefined): void {
  const cells = row?.cells ?? [];
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? "";
    if (cell.charCodeAt(0) === 39) cells[i] = unescapeCell(cell);
  }
}
