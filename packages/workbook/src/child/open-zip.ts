// Which of the two kinds of archive it is: what is inside decides, not what the file was taken for.
import type { Book, BookSource } from "./book";
import { corrupt, unsupported } from "./fault";
import { openOds } from "./ods/open-ods";
import { openXlsx } from "./xlsx/open-xlsx";
import { unpackEntry } from "./zip/unpack-entry";
import { readZipDirectory, type ZipEntry } from "./zip/zip-directory";

const spreadsheet = "application/vnd.oasis.opendocument.spreadsheet";

export async function openZip(source: BookSource, taken: "xlsx" | "ods"): Promise<Book> {
  const what = taken === "ods" ? "an OpenDocument spreadsheet (ODS)" : "an Excel workbook (XLSX)";
  const entries = readZipDirectory(source.bytes, what);
  const type = await mimeType(entries.get("mimetype"));
  if (type === spreadsheet || type === `${spreadsheet}-template`) return openOds(entries, source);
  if (type?.startsWith("application/vnd.oasis.opendocument") === true)
    throw unsupported("an OpenDocument file that is no spreadsheet");
  if (entries.has("[Content_Types].xml") || entries.has("xl/workbook.xml")) return openXlsx(entries, source);
  if (entries.has("content.xml")) return openOds(entries, source);
  throw corrupt("there is no workbook in it");
}

async function mimeType(entry: ZipEntry | undefined): Promise<string | null> {
  if (entry === undefined || entry.size > 256) return null;
  for await (const piece of unpackEntry(entry)) return piece.toString("latin1").trim();
  return null;
}
