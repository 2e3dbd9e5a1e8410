// Gathers the cells of one row and hands rows over in batches; holds the bounds of a row for every reader alike.
import type { Limits } from "@rollcall/importer";
import { batchBounds, maxCharacters, type WireRow } from "../../protocol";
import { corrupt, Fault, tooLarge } from "../fault";

/** `head`: what is over a bound is cut, since nobody chose the sheet yet. `all`: it is a fault. */
export type RowMode = "head" | "all";

/** The most rows and columns any spreadsheet has. */
export const sheetBounds = { rows: 1_048_576, columns: 16_384 } as const;

export class RowBuilder {
  batch: WireRow[] = [];
  /** Number of the last row that was begun. */
  line = 0;
  /** Number of the last row that has content. */
  lastContent = 0;
  private cells: string[] = [];
  private errors: number[] | undefined;
  private characters = 0;
  private rowCharacters = 0;
  private total = 0;
  readonly limits: Limits;
  readonly mode: RowMode;

  constructor(limits: Limits, mode: RowMode) {
    this.limits = limits;
    this.mode = mode;
  }

  /** Begins row `line`, which must be below the one before. */
  begin(line: number): void {
    if (!(line > this.line)) throw corrupt("the rows of a sheet are out of order");
    if (line > sheetBounds.rows) throw corrupt("a row lies outside of the sheet");
    this.line = line;
  }

  /** Sets the cell at `column`, 0-based. Empty text is no cell. */
  set(column: number, text: string, isError = false): void {
    if (text === "") return;
    if (!(column >= 0 && column < sheetBounds.columns)) throw corrupt("a cell lies outside of the sheet");
    if (column >= this.limits.maxColumns) {
      if (this.mode === "all") throw this.tooWide();
      column = this.limits.maxColumns;
    }
    const { cells } = this;
    while (cells.length < column) cells.push("");
    cells[column] = text.length > this.limits.maxCell ? this.long(text) : text;
    this.rowCharacters += text.length + 3;
    if (isError) (this.errors ??= []).push(column);
  }

  /** Ends the row, which stands there `repeated` times; blank rows leave no trace. */
  finish(repeated = 1): void {
    const { cells, errors } = this;
    if (cells.length === 0) return;
    this.lastContent = this.line + repeated - 1;
    if (this.lastContent > sheetBounds.rows) throw corrupt("a row lies outside of the sheet");
    this.total += this.rowCharacters * repeated;
    if (this.total > maxCharacters) throw tooLarge(maxCharacters);
    this.characters += this.rowCharacters;
    this.rowCharacters = 0;
    if (repeated > 1) this.batch.push([this.line, cells, errors ?? null, repeated]);
    else this.batch.push(errors === undefined ? [this.line, cells] : [this.line, cells, errors]);
    this.cells = [];
    this.errors = undefined;
  }

  /** Whether the batch is large enough to be handed over. */
  get full(): boolean {
    return this.batch.length >= batchBounds.rows || this.characters >= batchBounds.characters;
  }

  /** The batch, which begins anew. */
  take(): WireRow[] {
    const { batch } = this;
    this.batch = [];
    this.characters = 0;
    return batch;
  }

  private long(text: string): string {
    if (this.mode === "head") return text.slice(0, this.limits.maxCell);
    const params = { limit: this.limits.maxCell, quoted: 0 };
    throw new Fault({ code: "file.cell-too-long", params, line: this.line });
  }

  private tooWide(): Fault {
    const params = { limit: this.limits.maxColumns };
    return new Fault({ code: "file.too-many-columns", params, line: this.line });
  }
}
