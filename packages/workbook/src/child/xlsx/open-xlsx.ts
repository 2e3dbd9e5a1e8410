// XLSX: an archive of XML parts, read piece by piece by our own scanner. It is given the directory and holds no sheet whole.
import { type WireRow } from "../../protocol";
import type { Book, BookSource } from "../book";
import { coverMerged } from "../cells/cover-merged";
import { RowBuilder } from "../cells/row-builder";
import { corrupt } from "../fault";
import { createDecoder } from "../xml/decode-pieces";
import { XmlScanner } from "../xml/xml-scanner";
import { unpackEntry } from "../zip/unpack-entry";
import type { ZipEntry } from "../zip/zip-directory";
import { findParts } from "./package-parts";
import { readSharedStrings } from "./shared-strings";
import { type SheetContext, SheetHandler } from "./sheet-handler";
import { readStyles } from "./styles";
import { surveySheet, type Survey } from "./survey-sheet";

export async function openXlsx(
  entries: ReadonlyMap<string, ZipEntry>,
  { limits }: BookSource,
): Promise<Book> {
  const parts = await findParts(entries);
  const formats = await readStyles(parts.styles);
  const strings = await readSharedStrings(parts.strings);
  const context: SheetContext = { formats, strings, date1904: parts.date1904 };
  const surveys: Survey[] = [];
  for (const { entry } of parts.sheets) surveys.push(await surveySheet(entry, context, limits));
  return {
    sheets: parts.sheets.map(({ name, hidden }, at) => {
      const { rows, head } = surveys[at] ?? { rows: 0, head: [] };
      return { name, hidden, rows, head };
    }),
    read(at) {
      const entry = parts.sheets[at]?.entry;
      if (entry === undefined) throw corrupt("it has no such sheet");
      return readRows(entry, context, new RowBuilder(limits, "all"), surveys[at]?.merged ?? []);
    },
  };
}

async function* readRows(
  entry: ZipEntry,
  context: SheetContext,
  builder: RowBuilder,
  merged: Survey["merged"],
): AsyncGenerator<WireRow[]> {
  const scanner = new XmlScanner(new SheetHandler(context, builder));
  const decode = createDecoder();
  for await (const piece of unpackEntry(entry)) {
    scanner.push(decode(piece));
    if (builder.full) yield coverMerged(builder.take(), merged);
  }
  scanner.end();
  yield coverMerged(builder.take(), merged);
}
