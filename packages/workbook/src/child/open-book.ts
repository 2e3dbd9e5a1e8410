// Opens the file with the reader its first bytes call for. What it was taken for only decides what damage is called.
import type { WorkbookContainer } from "@rollcall/importer";
import type { Book, BookSource } from "./book";
import { corrupt } from "./fault";
import { openZip } from "./open-zip";
import { isOle2 } from "./xls/ole2";
import { openXls } from "./xls/open-xls";

export async function openBook(source: BookSource, taken: WorkbookContainer): Promise<Book> {
  const { bytes } = source;
  if (bytes.length < 8) throw corrupt("it is cut off");
  if (isOle2(bytes)) return openXls(source);
  if (bytes.readUInt16LE(0) === 0x4b50) return openZip(source, taken === "ods" ? "ods" : "xlsx");
  if (taken === "xls") return openXls(source);
  throw corrupt("it does not begin as a workbook does");
}
