// The first part of an XLS's stream: sheets, formats, shared texts, code page. Encrypted ones and those with macros end here.
import { type CellFormat, compileFormat } from "../cells/number-format";
import { corrupt, encrypted, unsupported } from "../fault";
import { record, Records } from "./biff-records";
import { lines, SegmentedText, shortText } from "./biff-strings";
import { codePageDecoder } from "./code-page";

export interface SheetPlace {
  name: string;
  hidden: boolean;
  offset: number;
}

/** What all sheets of the workbook share. */
export interface Globals {
  /** Excel 97 and later; false: Excel 5 and 95. */
  isUnicode: boolean;
  date1904: boolean;
  /** By index of the cell's format record. */
  formats: CellFormat[];
  strings: string[];
  sheets: SheetPlace[];
  /** Text of Excel 5 and 95. */
  decode: (bytes: Uint8Array) => string;
}

const what = "an older Excel workbook (XLS)";
const maxSheets = 1000;

/** The most records of formats, which are 4,000 in Excel. */
const maxFormats = 70_000;

interface Raw {
  codes: Map<number, Buffer>;
  xfs: number[];
  places: { offset: number; kind: number; hidden: boolean; name: Buffer }[];
  page: number | undefined;
}

export function readGlobals(stream: Buffer): Globals {
  const records = new Records(stream, 0);
  if (!records.next()) throw corrupt("it is cut off");
  if (records.type !== record.bof) throw tooOld(records.type);
  const version = records.data(4).readUInt16LE(0);
  if (version !== 0x600 && version !== 0x500) throw tooOld(record.bof);
  const globals: Globals = {
    isUnicode: version === 0x600,
    date1904: false,
    formats: [],
    strings: [],
    sheets: [],
    decode: codePageDecoder(1252),
  };
  const raw: Raw = { codes: new Map(), xfs: [], places: [], page: undefined };
  readAll(records, globals, raw);
  if (!globals.isUnicode) globals.decode = codePageDecoder(raw.page ?? 1252);
  finish(globals, raw);
  return globals;
}

function readAll(records: Records, globals: Globals, raw: Raw): void {
  while (records.next()) {
    if (records.type === record.eof) return;
    readRecord(records, globals, raw);
  }
  throw corrupt("it is cut off");
}

function tooOld(type: number) {
  return (type & 0xff) === 0x09
    ? unsupported("an Excel workbook from before 1994")
    : corrupt("it has no workbook inside");
}

function readRecord(records: Records, globals: Globals, raw: Raw): void {
  switch (records.type) {
    case record.filePass:
      throw encrypted(what);
    case record.dateMode:
      globals.date1904 = records.data(2).readUInt16LE(0) === 1;
      break;
    case record.codePage:
      raw.page = records.data(2).readUInt16LE(0);
      break;
    case record.boundSheet: {
      if (raw.places.length === maxSheets) throw corrupt(`it has more than ${maxSheets} sheets`);
      const data = records.data(8);
      const hidden = ((data[4] ?? 0) & 3) !== 0;
      raw.places.push({ offset: data.readUInt32LE(0), hidden, kind: data[5] ?? 0, name: data.subarray(6) });
      break;
    }
    case record.format:
      raw.codes.set(records.data(2).readUInt16LE(0), records.data(3).subarray(2));
      break;
    case record.xf:
      if (raw.xfs.length < maxFormats) raw.xfs.push(records.data(4).readUInt16LE(2));
      break;
    case record.sst:
      globals.strings = readStrings(records);
      break;
  }
}

function readStrings(records: Records): string[] {
  const count = records.data(8).readUInt32LE(4);
  const text = new SegmentedText(records.segments(), 8);
  // The count is a claim: nothing is set aside for it.
  const strings: string[] = [];
  while (strings.length < count) strings.push(lines(text.string()));
  return strings;
}

function finish(globals: Globals, raw: Raw): void {
  const { isUnicode, decode } = globals;
  for (const { offset, kind, hidden, name } of raw.places) {
    if (kind === 1 || kind === 6) throw unsupported(`${what} with macros`);
    if (kind !== 0) continue;
    globals.sheets.push({ offset, hidden, name: isUnicode ? shortText(name, 0) : byteText(name, decode) });
  }
  if (globals.sheets.length === 0) throw corrupt("it has no sheet");
  const compiled = new Map<number, CellFormat>();
  for (const [id, bytes] of raw.codes) {
    const code = isUnicode ? new SegmentedText([bytes]).string() : byteText(bytes, decode);
    compiled.set(id, compileFormat(id, code));
  }
  globals.formats = raw.xfs.map((id) => compiled.get(id) ?? compileFormat(id, undefined));
}

function byteText(bytes: Buffer, decode: Globals["decode"]): string {
  return decode(bytes.subarray(1, 1 + (bytes[0] ?? 0)));
}
