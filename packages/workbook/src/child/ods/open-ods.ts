// ODS: one XML part holds all tables. It is scanned once for what the tables are, and again up to the end of the one that
// is read; it is never held whole.
import { headRows, type WireRow, type WireSheet } from "../../protocol";
import type { Book, BookSource } from "../book";
import { RowBuilder } from "../cells/row-builder";
import { corrupt, encrypted, unsupported } from "../fault";
import { createDecoder } from "../xml/decode-pieces";
import { onTags, scanEntry } from "../xml/scan-entry";
import { XmlScanner } from "../xml/xml-scanner";
import { unpackEntry } from "../zip/unpack-entry";
import type { ZipEntry } from "../zip/zip-directory";
import { TableHandler } from "./table-handler";

const maxTables = 1000;

export async function openOds(entries: ReadonlyMap<string, ZipEntry>, { limits }: BookSource): Promise<Book> {
  await refuse(entries);
  const content = entries.get("content.xml");
  if (content === undefined) throw corrupt("it has no table inside");
  const sheets: WireSheet[] = [];
  const hiding = new Set<string>();
  let builder = new RowBuilder(limits, "head");
  let sheet: WireSheet = { name: "", hidden: false, rows: 0, head: [] };
  const handler = new TableHandler({
    style(name, hides) {
      if (hides) hiding.add(name);
    },
    begin(name, style) {
      if (sheets.length === maxTables) throw corrupt(`it has more than ${maxTables} sheets`);
      builder = new RowBuilder(limits, "head");
      sheet = { name, hidden: hiding.has(style), rows: 0, head: [] };
      sheets.push(sheet);
      return builder;
    },
    row() {
      builder.batch.length = Math.min(builder.batch.length, headRows);
    },
    end() {
      sheet.rows = builder.lastContent;
      sheet.head = spread(builder.take()).slice(0, headRows);
    },
  });
  await scanEntry(content, handler);
  if (sheets.length === 0) throw corrupt("it has no sheet");
  return { sheets, read: (at) => readTable(content, at, new RowBuilder(limits, "all")) };
}

// Rows that stand for several, as far as the head needs them.
function spread(rows: WireRow[]): WireRow[] {
  return rows.flatMap(([line, cells, errors, repeated = 1]) =>
    Array.from({ length: Math.min(repeated, headRows) }, (_, at): WireRow => [
      line + at,
      cells,
      errors ?? null,
    ]),
  );
}

async function refuse(entries: ReadonlyMap<string, ZipEntry>): Promise<void> {
  const manifest = entries.get("META-INF/manifest.xml");
  if (manifest !== undefined) {
    const handler = onTags((name) => {
      if (name === "encryption-data") throw encrypted("an OpenDocument spreadsheet (ODS)");
    });
    await scanEntry(manifest, handler);
  }
  for (const name of entries.keys())
    if (/^(?:Basic|Scripts)\/./u.test(name)) throw unsupported("an OpenDocument spreadsheet with macros");
}

async function* readTable(content: ZipEntry, wanted: number, builder: RowBuilder): AsyncGenerator<WireRow[]> {
  let at = -1;
  const handler = new TableHandler({
    begin: () => (++at === wanted ? builder : null),
    end: () => undefined,
  });
  const scanner = new XmlScanner(handler);
  const decode = createDecoder();
  for await (const piece of unpackEntry(content)) {
    scanner.push(decode(piece));
    if (builder.full) yield builder.take();
    if (at > wanted) break;
  }
  if (at <= wanted) scanner.end();
  yield builder.take();
}
