// Cuts decoded text into the cells of a CSV: chunks in, rows out, with the physical line on which each row begins.
// Memory is bounded by one row, whatever the input. It knows nothing of bytes, headers or meaning.
import { makeProblem, type Problem } from "../model/problem";
import type { Row } from "../model/row";

const LF = 10;
const CR = 13;
const QUOTE = 34;

// Where in a row the next character falls.
const Start = 0; // at the beginning of a cell
const Plain = 1; // in a cell without quotes
const Quoted = 2; // between the quotes of a cell
const Closing = 3; // behind a quote that either closes the cell or is the first of two
const Gap = 4; // behind blanks behind a closing quote: another quote is text now
const Tail = 5; // behind the closing quote and what does not belong there
type State = typeof Start | typeof Plain | typeof Quoted | typeof Closing | typeof Gap | typeof Tail;

/** What bounds a row. */
export interface LexerOptions {
  /** One character. */
  delimiter: string;
  maxColumns: number;
  /** UTF-16 units of one cell. */
  maxCell: number;
  /** The line of the file that the text begins on; default 1. */
  line?: number;
}

/**
 * A CSV lexer for text that comes in pieces of any size; how it is cut never changes what comes out.
 * Lines end with CR, LF or CRLF, inside quotes too. A quote opens a cell only as its first character; elsewhere it is text.
 * What follows a closing quote up to the next delimiter is added to the cell, and the row says so (`misplacedQuote`).
 * Values beyond `maxColumns` are dropped while they are blank. RFC 4180, and where that is silent what Excel does.
 */
export class CsvLexer {
  /** The file-level problem that ended the reading; nothing pushed after it is looked at. */
  fault: Problem | null = null;
  /** The line that the next character falls on. */
  line: number;

  private readonly delimiter: number;
  private readonly maxColumns: number;
  private readonly maxCell: number;
  private state: State = Start;
  // The cells of the row under way, and behind them what is left of longer rows; each row takes a copy of its own length.
  private readonly kept: string[] = [];
  private column = 0;
  private rowLine: number;
  private misplacedQuote = -1;
  private cell = "";
  private cellLength = 0;
  private cellLine = 1;
  private afterReturn = false;

  constructor(options: LexerOptions) {
    this.delimiter = options.delimiter.charCodeAt(0);
    this.maxColumns = options.maxColumns;
    this.maxCell = options.maxCell;
    this.line = options.line ?? 1;
    this.rowLine = this.line;
  }

  /** Reads on; complete rows are added to `rows`. */
  push(text: string, rows: Row[]): void {
    let at = 0;
    if (this.afterReturn && text.length > 0 && this.state !== Quoted) {
      this.afterReturn = false;
      if (text.charCodeAt(0) === LF) at = 1;
    }
    while (at < text.length && this.fault === null) at = this.step(text, at, rows);
  }

  /** The text has ended: the last row is added to `rows`, or `fault` tells why it cannot be. */
  end(rows: Row[]): void {
    if (this.fault !== null) return;
    if (this.state === Quoted) {
      this.fault = makeProblem("file.unterminated-quote", {}, { line: this.cellLine });
      return;
    }
    if (this.state !== Start || this.column > 0) this.endRow("", rows);
  }

  /** The next text begins a row, on this line: what lies between was read elsewhere. Only where a row has just ended. */
  skipTo(line: number): void {
    this.line = line;
    this.rowLine = line;
    this.afterReturn = false;
  }

  /** The cells that are complete of the row under way. */
  get unfinished(): readonly string[] {
    return this.kept.slice(0, this.keptCells);
  }

  private get keptCells(): number {
    return Math.min(this.column, this.maxColumns);
  }

  private step(text: string, at: number, rows: Row[]): number {
    switch (this.state) {
      case Start:
        this.cellLine = this.line;
        if (text.charCodeAt(at) !== QUOTE) return this.plain(text, at, rows);
        this.state = Quoted;
        return this.quoted(text, at + 1);
      case Plain:
      case Tail:
        return this.plain(text, at, rows);
      case Quoted:
        return this.quoted(text, at);
      case Closing:
        return this.closing(text, at, rows);
      case Gap:
        return this.closed(text, at, rows);
    }
  }

  // Whole cells and rows without quotes, for as long as they come: nearly all of nearly every file is read here.
  private plain(text: string, start: number, rows: Row[]): number {
    const end = text.length;
    const delimiter = this.delimiter;
    let from = start;
    let at = start;
    for (;;) {
      let code = 0;
      while (at < end && (code = text.charCodeAt(at)) !== delimiter && code !== LF && code !== CR) at++;
      if (at === end) {
        this.state = this.state === Tail ? Tail : Plain;
        this.keep(text.slice(from), false);
        return end;
      }
      const last = text.slice(from, at);
      at++;
      if (code === delimiter) this.endCell(last);
      else {
        this.endRow(last, rows);
        if (code === CR) {
          if (at === end) this.afterReturn = true;
          else if (text.charCodeAt(at) === LF) at++;
        }
        this.line++;
        this.rowLine = this.line;
      }
      from = at;
      if (this.fault !== null || at === end || text.charCodeAt(at) === QUOTE) return at;
      this.cellLine = this.line;
    }
  }

  private quoted(text: string, start: number): number {
    const end = text.length;
    let at = start;
    let doubled = false;
    for (; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.afterReturn = false;
        if (at + 1 === end || text.charCodeAt(at + 1) !== QUOTE) break;
        doubled = true;
        at++;
      } else if (code === LF || code === CR) {
        if (code === CR || !this.afterReturn) this.line++;
        this.afterReturn = code === CR;
      } else this.afterReturn = false;
    }
    const piece = text.slice(start, Math.min(at, end));
    this.keep(doubled ? piece.replaceAll('""', '"') : piece, true);
    if (at >= end) return end;
    this.state = Closing;
    return at + 1;
  }

  private closing(text: string, at: number, rows: Row[]): number {
    if (text.charCodeAt(at) === QUOTE) {
      this.state = Quoted;
      this.keep('"', true);
      return at + 1;
    }
    return this.closed(text, at, rows);
  }

  private closed(text: string, at: number, rows: Row[]): number {
    if (this.cellLength > this.maxCell) return this.tooLong(true, at);
    this.state = Tail;
    let next = at;
    while (next < text.length && isBlank(text.charCodeAt(next), this.delimiter)) next++;
    if (next === text.length) {
      // Blanks behind a closing quote are dropped, here as below, until what follows them is known.
      this.state = Gap;
      return next;
    }
    const end = text.charCodeAt(next);
    if (end !== this.delimiter && end !== LF && end !== CR) this.misplacedQuote = this.column;
    return this.plain(text, next, rows);
  }

  // Adds to the cell under way. A quoted cell that grows too long is read on without being kept, since only its end
  // tells whether it is long or never closed.
  private keep(piece: string, inQuotes: boolean): void {
    this.cellLength += piece.length;
    if (this.cellLength <= this.maxCell) this.cell = this.cell === "" ? piece : this.cell + piece;
    else if (inQuotes) this.cell = "";
    else this.tooLong(this.state === Tail, 0);
  }

  private endCell(piece: string): void {
    const length = this.cellLength + piece.length;
    if (length > this.maxCell) {
      this.tooLong(this.state === Tail || this.state === Closing || this.state === Gap, 0);
      return;
    }
    const cell = this.cellLength === 0 ? piece : this.cell + piece;
    if (this.column < this.maxColumns) this.kept[this.column] = cell;
    else if (cell.trim() !== "") {
      this.fault = makeProblem("file.too-many-columns", { limit: this.maxColumns }, { line: this.rowLine });
      return;
    }
    this.column++;
    this.cell = "";
    this.cellLength = 0;
    this.state = Start;
  }

  private endRow(piece: string, rows: Row[]): void {
    this.endCell(piece);
    if (this.fault !== null) return;
    const cells = this.kept.slice(0, this.keptCells);
    rows.push(
      this.misplacedQuote < 0
        ? { line: this.rowLine, cells }
        : { line: this.rowLine, cells, misplacedQuote: this.misplacedQuote },
    );
    this.column = 0;
    this.misplacedQuote = -1;
  }

  private tooLong(quoted: boolean, at: number): number {
    this.fault = makeProblem(
      "file.cell-too-long",
      { limit: this.maxCell, quoted: quoted ? 1 : 0 },
      { line: this.cellLine },
    );
    return at;
  }
}

function isBlank(code: number, delimiter: number): boolean {
  return (code === 32 || code === 9) && code !== delimiter;
}
