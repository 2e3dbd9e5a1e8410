// Reads the first rows of a sheet of XLSX, and unpacks the rest only to count it and to find what is merged: so every part
// was unpacked and measured once before anybody asks for its rows.
import { type WireRow, headRows } from "../../protocol";
import { coverMerged, type MergedRange } from "../cells/cover-merged";
import { RowBuilder } from "../cells/row-builder";
import type { Limits } from "@rollcall/importer";
import { createDecoder } from "../xml/decode-pieces";
import { XmlScanner } from "../xml/xml-scanner";
import { unpackEntry } from "../zip/unpack-entry";
import type { ZipEntry } from "../zip/zip-directory";
import { type SheetContext, SheetHandler } from "./sheet-handler";

export interface Survey {
  rows: number;
  head: WireRow[];
  merged: MergedRange[];
}

/** The first rows, the number of the last, and what is merged; all of the part is unpacked. */
export async function surveySheet(entry: ZipEntry, context: SheetContext, limits: Limits): Promise<Survey> {
  const builder = new RowBuilder(limits, "head");
  const handler = new SheetHandler(context, builder);
  const scanner = new XmlScanner(handler);
  const decode = createDecoder();
  let rest: RestOfSheet | null = null;
  for await (const piece of unpackEntry(entry)) {
    if (rest !== null) rest.push(piece);
    else {
      scanner.push(decode(piece));
      if (builder.batch.length >= headRows && handler.inData) rest = new RestOfSheet(handler, piece);
    }
  }
  if (rest === null) scanner.end();
  const head = coverMerged(builder.batch.slice(0, headRows), handler.merged);
  return { rows: Math.max(builder.lastContent, rest?.lastRow ?? 0), head, merged: handler.merged };
}

const overlap = 64;

/** What follows the first rows, looked through as bytes: the number of the last row, then the tags behind the cells. */
class RestOfSheet {
  lastRow = 0;
  private kept: Buffer;
  private tail: XmlScanner | null = null;
  private readonly decode = createDecoder();
  private readonly handler: SheetHandler;

  constructor(handler: SheetHandler, before: Buffer) {
    this.handler = handler;
    this.kept = Buffer.from(before.subarray(-overlap));
  }

  push(piece: Buffer): void {
    if (this.tail !== null) {
      this.tail.push(this.decode(piece));
      return;
    }
    const bytes = Buffer.concat([this.kept, piece]);
    const end = bytes.indexOf("sheetData>");
    const cells = end < 0 ? bytes : bytes.subarray(0, end);
    const row = cells.lastIndexOf("row ");
    const number =
      row < 0 ? null : / r="(\d{1,7})"/u.exec(cells.toString("latin1", row + 3, row + 3 + overlap));
    if (number !== null) this.lastRow = Number(number[1]);
    this.kept = Buffer.from(bytes.subarray(-overlap));
    if (end >= 0) this.begin(bytes.subarray(end + "sheetData>".length));
  }

  // The root element was opened long ago: a tag of our own stands for it.
  private begin(bytes: Buffer): void {
    this.tail = new XmlScanner(this.handler);
    this.handler.close("sheetData");
    this.tail.push("<sheet>");
    this.tail.push(this.decode(bytes));
  }
}
