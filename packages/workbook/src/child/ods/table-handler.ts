// Turns the tags of an ODS's content into the rows of its tables. Cells that a merged one covers are left out.
import { appendText } from "../cells/append-text";
import { type RowBuilder, sheetBounds } from "../cells/row-builder";
import { corrupt } from "../fault";
import type { XmlHandler } from "../xml/xml-scanner";
import { attribute } from "../xml/xml-text";
import { cellText } from "./cell-text";

/** Told where tables begin and end. Rows go to the builder it gives; null: nobody wants those of this table. */
export interface TableListener {
  begin: (name: string, style: string) => RowBuilder | null;
  row?: () => void;
  end: () => void;
  /** A style of the document, and whether it hides the table that has it. */
  style?: (name: string, hides: boolean) => void;
}

export class TableHandler implements XmlHandler {
  wantsText = false;
  private depth = 0;
  /** Depth of the table, row, cell and paragraph we are in; 0 outside. */
  private table = 0;
  private row = 0;
  private cell = 0;
  private paragraph = 0;
  private builder: RowBuilder | null = null;
  private line = 0;
  private rowRepeated = 1;
  private column = 0;
  private attributes = "";
  private shown: string | undefined;
  private styleName = "";
  private readonly listener: TableListener;

  constructor(listener: TableListener) {
    this.listener = listener;
  }

  open(name: string, attributes: string): void {
    this.depth++;
    if (this.cell > 0) this.openInCell(name, attributes);
    else if (this.row > 0) this.openCell(name, attributes);
    else if (this.table > 0) this.openRow(name, attributes);
    else if (name === "table") this.openTable(attributes);
    else if (name === "style") this.styleName = attribute(attributes, "name") ?? "";
    else if (name === "table-properties")
      this.listener.style?.(this.styleName, attribute(attributes, "display") === "false");
  }

  close(): void {
    const { depth } = this;
    this.depth--;
    if (depth === this.paragraph) {
      this.paragraph = 0;
      this.wantsText = false;
    } else if (depth === this.cell) this.closeCell();
    else if (depth === this.row) this.closeRow();
    else if (depth === this.table) {
      this.table = 0;
      this.listener.end();
    }
  }

  text(part: string): void {
    const before = this.shown ?? "";
    const text = /[\t\n]| {2}/u.test(part) ? part.replace(/[\t\n ]+/gu, " ") : part;
    const opening = before === "" || before.endsWith("\n");
    this.shown = appendText(before, opening ? text.trimStart() : text);
  }

  private openTable(attributes: string): void {
    this.table = this.depth;
    this.line = 1;
    this.builder = this.listener.begin(
      attribute(attributes, "name") ?? "",
      attribute(attributes, "style-name") ?? "",
    );
  }

  private openRow(name: string, attributes: string): void {
    if (name !== "table-row") return;
    this.row = this.depth;
    this.column = 0;
    this.rowRepeated = repeated(attribute(attributes, "number-rows-repeated"), sheetBounds.rows);
    this.builder?.begin(this.line);
  }

  private openCell(name: string, attributes: string): void {
    if (name === "covered-table-cell") this.column += columnsRepeated(attributes);
    if (name !== "table-cell") return;
    this.cell = this.depth;
    this.attributes = attributes;
    this.shown = undefined;
  }

  // Only paragraphs of the cell itself: those of a comment or a drawing in it stand deeper.
  private openInCell(name: string, attributes: string): void {
    if (this.builder === null) return;
    if (this.depth === this.cell + 1 && name === "p") {
      this.paragraph = this.depth;
      this.wantsText = true;
      this.shown = this.shown === undefined ? "" : `${this.shown}\n`;
    } else if (this.paragraph > 0 && name === "s") {
      this.shown = appendText(this.shown ?? "", " ".repeat(repeated(attribute(attributes, "c"), 32_767)));
    } else if (this.paragraph > 0 && name === "tab") this.shown = appendText(this.shown ?? "", "\t");
    else if (this.paragraph > 0 && name === "line-break") this.shown = appendText(this.shown ?? "", "\n");
  }

  private closeCell(): void {
    this.cell = 0;
    const count = columnsRepeated(this.attributes);
    const { builder } = this;
    if (builder !== null) {
      const { text, isError } = cellText(this.attributes, this.shown);
      const last = text === "" ? 0 : Math.min(count, builder.limits.maxColumns + 1);
      for (let at = 0; at < last; at++) builder.set(this.column + at, text, isError);
    }
    this.column += count;
  }

  private closeRow(): void {
    this.row = 0;
    this.line += this.rowRepeated;
    this.builder?.finish(this.rowRepeated);
    this.listener.row?.();
  }
}

function columnsRepeated(attributes: string): number {
  return attributes.includes("repeated")
    ? repeated(attribute(attributes, "number-columns-repeated"), sheetBounds.columns)
    : 1;
}

function repeated(value: string | undefined, most: number): number {
  if (value === undefined) return 1;
  const count = /^\d{1,7}$/u.test(value) ? Number(value) : 0;
  if (count < 1 || count > most) throw corrupt("a cell is repeated more often than a sheet has room");
  return count;
}
