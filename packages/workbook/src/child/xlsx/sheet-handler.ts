// Turns the tags of a sheet of XLSX into rows of text. Formulas are never looked at: only what was last calculated is, and where
// nothing ever was, that is said.
import { appendText } from "../cells/append-text";
import type { MergedRange } from "../cells/cover-merged";
import { type CellFormat, formatNumber, plainFormat } from "../cells/number-format";
import { isoDateText } from "../cells/date-text";
import type { RowBuilder } from "../cells/row-builder";
import { neverCalculated } from "../cells/never-calculated";
import { corrupt } from "../fault";
import type { XmlHandler } from "../xml/xml-scanner";
import { attribute } from "../xml/xml-text";
import { columnOf, rangeOf } from "./cell-reference";
import { undoEscapes } from "./string-escapes";

/** What all sheets of a workbook share. */
export interface SheetContext {
  strings: readonly string[];
  formats: readonly CellFormat[];
  date1904: boolean;
}

export class SheetHandler implements XmlHandler {
  wantsText = false;
  readonly merged: MergedRange[] = [];
  /** Whether cells are being read. */
  inData = false;
  private inPhonetic = false;
  private column = -1;
  private type = "";
  private style = 0;
  private value = "";
  private hasFormula = false;
  private readonly context: SheetContext;
  private readonly rows: RowBuilder;

  constructor(context: SheetContext, rows: RowBuilder) {
    this.context = context;
    this.rows = rows;
  }

  open(name: string, attributes: string): void {
    if (!this.inData) {
      if (name === "sheetData") this.inData = true;
      else if (name === "mergeCell") this.merge(attribute(attributes, "ref") ?? "");
      return;
    }
    switch (name) {
      case "c":
        this.openCell(attributes);
        break;
      case "v":
      case "t":
        this.wantsText = !this.inPhonetic;
        break;
      case "f":
        this.hasFormula = true;
        break;
      case "row":
        this.openRow(attribute(attributes, "r"));
        break;
      case "rPh":
        this.inPhonetic = true;
        break;
    }
  }

  close(name: string): void {
    switch (name) {
      case "v":
      case "t":
        this.wantsText = false;
        break;
      case "c":
        if (!this.inData) break;
        if (this.value !== "") this.closeCell();
        // An empty text that was calculated says that it is a text; a program that only writes formulas says nothing.
        else if (this.hasFormula && this.type !== "str") this.rows.set(this.column, neverCalculated, true);
        break;
      case "row":
        if (this.inData) this.rows.finish();
        break;
      case "rPh":
        this.inPhonetic = false;
        break;
      case "sheetData":
        this.inData = false;
        break;
    }
  }

  text(part: string): void {
    this.value = appendText(this.value, part);
  }

  private merge(reference: string): void {
    const range = rangeOf(reference);
    if (range !== null) this.merged.push(range);
  }

  private openRow(number: string | undefined): void {
    const line = number === undefined ? this.rows.line + 1 : Number(number);
    if (!Number.isSafeInteger(line)) throw corrupt("a row has no place in the sheet");
    this.rows.begin(line);
    this.column = -1;
  }

  // Nearly always ` r="A1" s="2" t="s"`: the attributes are walked once.
  private openCell(attributes: string): void {
    this.value = "";
    this.type = "";
    this.style = 0;
    this.hasFormula = false;
    this.column++;
    let at = 0;
    for (;;) {
      const equals = attributes.indexOf('="', at);
      if (equals < 0) break;
      const close = attributes.indexOf('"', equals + 2);
      if (close < 0) break;
      const before = attributes.charCodeAt(equals - 2);
      if (before <= 0x20)
        this.setAttribute(attributes.charCodeAt(equals - 1), attributes.slice(equals + 2, close));
      at = close + 1;
    }
    if (attributes.includes("'")) this.openCellSlowly(attributes);
  }

  private openCellSlowly(attributes: string): void {
    for (const name of ["r", "s", "t"]) {
      const value = attribute(attributes, name);
      if (value !== undefined) this.setAttribute(name.charCodeAt(0), value);
    }
  }

  private setAttribute(name: number, value: string): void {
    if (name === 0x72) this.column = columnOf(value, this.rows.line);
    else if (name === 0x73) this.style = Number(value);
    else if (name === 0x74) this.type = value;
  }

  private closeCell(): void {
    const { value, column, rows } = this;
    this.value = "";
    switch (this.type) {
      case "s":
        rows.set(column, this.shared(value));
        break;
      case "":
      case "n":
        rows.set(column, this.number(value));
        break;
      case "b":
        rows.set(column, value.trim() === "1" || value.trim() === "true" ? "TRUE" : "FALSE");
        break;
      case "e":
        rows.set(column, value, true);
        break;
      case "d":
        rows.set(column, isoDateText(value.trim()) ?? value);
        break;
      default:
        rows.set(column, undoEscapes(value));
    }
  }

  private shared(value: string): string {
    const text = /^\s*\d{1,10}\s*$/u.test(value) ? this.context.strings[Number(value)] : undefined;
    if (text === undefined) throw corrupt("a cell refers to a text that is not there");
    return text;
  }

  private number(value: string): string {
    const format = this.context.formats[this.style] ?? plainFormat;
    if (format.kind === "plain" && (isPlainInteger(value) || isWrittenInFull(value))) return value;
    const number = Number(value);
    if (value.trim() === "") return "";
    if (!Number.isFinite(number)) throw corrupt("a cell holds a number that is none");
    return formatNumber(number, format, this.context.date1904);
  }
}

// More digits than a spreadsheet keeps: a program wrote them, and meant them all.
function isWrittenInFull(text: string): boolean {
  return text.length > 15 && /^[1-9]\d{15,}$/u.test(text) && !/^0*$/u.test(text.slice(15));
}

// Digits that can be taken as they stand.
function isPlainInteger(text: string): boolean {
  if (text.length > 15) return false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return text.charCodeAt(0) !== 48 || text.length === 1;
}
