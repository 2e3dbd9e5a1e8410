// XLS of Excel 5 to 2003: a stream of records in an OLE2 file, or by itself as Excel 5 could write it.
import { headRows } from "../../protocol";
import type { Book, BookSource } from "../book";
import { corrupt, encrypted, unsupported } from "../fault";
import { isOle2, openOle2 } from "./ole2";
import { readGlobals } from "./read-globals";
import { SheetReader } from "./read-sheet";

/** One full sheet, and some small ones. */
const maxKeptRows = 70_000;

export function openXls({ bytes, limits }: BookSource): Book {
  const stream = isOle2(bytes) ? workbookStream(bytes) : bytes;
  const globals = readGlobals(stream);
  // A sheet is read whole to be counted; what was read is kept for who asks for its rows, as far as that is bounded.
  const kept = new Map<number, SheetReader>();
  let keptRows = 0;
  const sheets = globals.sheets.map(({ name, hidden, offset }, at) => {
    const reader = new SheetReader(stream, offset, globals);
    const head = [...reader.read(limits, "head", headRows)].flat();
    keptRows += reader.lastRow;
    if (keptRows <= maxKeptRows) kept.set(at, reader);
    return { name, hidden, rows: reader.lastRow, head };
  });
  return {
    sheets,
    read(at) {
      const sheet = globals.sheets[at];
      if (sheet === undefined) throw corrupt("it has no such sheet");
      const reader = kept.get(at) ?? new SheetReader(stream, sheet.offset, globals);
      return reader.read(limits, "all");
    },
  };
}

function workbookStream(bytes: Buffer): Buffer {
  const { entries, read } = openOle2(bytes);
  const named = (name: string) => entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  if (named("EncryptedPackage") !== undefined) throw encrypted("an Excel workbook (XLSX)");
  const workbook = named("Workbook") ?? named("Book");
  if (workbook?.kind !== "stream") throw notAWorkbook();
  if (named("_VBA_PROJECT_CUR") !== undefined || named("_VBA_PROJECT") !== undefined)
    throw unsupported("an older Excel workbook (XLS) with macros");
  return read(workbook);
}

function notAWorkbook() {
  return unsupported("an older Office file that is no workbook");
}
