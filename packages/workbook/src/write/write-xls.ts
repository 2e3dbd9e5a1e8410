// Writes one sheet as XLS of Excel 97 to 2003 (BIFF8). Held in memory: it has 65,536 rows at most.
import { heldNumber, heldText, serialOf, sheetTitle, type WorkbookCell, WorkbookLimitError } from "./cell";
import { ole2File } from "./ole2-file";
import { sharedStrings } from "./xls-strings";

const maxRows = 65_536;
const maxColumns = 256;

/** Cell formats: 15 is plain, then text, a date, a date with its time. The first fifteen are styles. */
const formatIndex = { plain: 15, text: 16, date: 17, time: 18 } as const;

function record(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}

function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2);
  return bytes;
}

/** The bytes of the workbook. Throws `WorkbookLimitError` beyond 65,536 rows or 256 columns. */
export async function* writeXls(
  sheetName: string,
  batches: AsyncIterable<WorkbookCell[][]>,
): AsyncGenerator<Uint8Array> {
  const strings = new Map<string, number>();
  const cells: Buffer[] = [];
  let row = 0;
  let uses = 0;
  let columns = 0;
  for await (const batch of batches)
    for (const values of batch) {
      if (row === maxRows)
        throw new WorkbookLimitError("An XLS holds at most 65,536 rows. Choose XLSX or CSV.");
      if (values.length > maxColumns)
        throw new WorkbookLimitError("An XLS holds at most 256 columns. Choose XLSX or CSV.");
      columns = Math.max(columns, values.length);
      for (const [column, value] of values.entries()) {
        if (value === null || value === "") continue;
        if (typeof value === "string") uses++;
        cells.push(cellRecord(row, column, value, strings));
      }
      row++;
    }
  const dimensions = Buffer.alloc(14);
  dimensions.writeUInt32LE(row, 4);
  dimensions.writeUInt16LE(columns, 10);
  const sheet = Buffer.concat([
    record(0x809, bof(0x10)),
    record(0x200, dimensions),
    ...cells,
    record(0x23e, words(0x06b6, 0, 0, 0x40, 0, 0, 0, 0, 0)),
    record(0x0a, Buffer.alloc(0)),
  ]);
  const globals = globalRecords(sheetTitle(sheetName), [...strings.keys()], uses);
  yield ole2File("Workbook", Buffer.concat([globals, sheet]));
}

function bof(kind: number): Buffer {
  return Buffer.concat([words(0x600, kind, 0x0dbb, 0x07cc), Buffer.from([0x41, 0, 0, 0, 6, 0, 0, 0])]);
}

function cellRecord(
  row: number,
  column: number,
  value: Exclude<WorkbookCell, null>,
  strings: Map<string, number>,
): Buffer {
  if (typeof value === "boolean")
    return record(
      0x205,
      Buffer.concat([words(row, column, formatIndex.plain), Buffer.from([value ? 1 : 0, 0])]),
    );
  if (typeof value === "string") return textRecord(row, column, value, strings);
  if (typeof value === "number") return numberRecord(row, column, formatIndex.plain, heldNumber(value));
  const serial = serialOf(value);
  if (serial === null) return textRecord(row, column, value.toISOString().slice(0, 10), strings);
  return numberRecord(row, column, Number.isInteger(serial) ? formatIndex.date : formatIndex.time, serial);
}

function numberRecord(row: number, column: number, format: number, value: number): Buffer {
  const data = Buffer.alloc(14);
  words(row, column, format).copy(data);
  data.writeDoubleLE(value, 6);
  return record(0x203, data);
}

function textRecord(row: number, column: number, value: string, strings: Map<string, number>): Buffer {
  const index = strings.get(value) ?? strings.size;
  if (index === strings.size) strings.set(heldText(value), index);
  const data = Buffer.alloc(10);
  words(row, column, formatIndex.text).copy(data);
  data.writeUInt32LE(index, 6);
  return record(0xfd, data);
}

function globalRecords(title: string, strings: string[], uses: number): Buffer {
  const name = Buffer.from(title, "utf16le");
  const bound = Buffer.concat([words(0, 0, 0), Buffer.from([title.length, 1]), name]);
  const before = Buffer.concat([
    record(0x809, bof(0x05)),
    record(0x42, words(1200)),
    record(0x3d, words(0, 0, 0x4000, 0x2000, 0x38, 0, 0, 1, 600)),
    record(0x22, words(0)),
    ...Array.from({ length: 5 }, () => record(0x31, font("Arial"))),
    record(0x41e, format(164, "yyyy\\-mm\\-dd")),
    record(0x41e, format(165, "yyyy\\-mm\\-dd\\ hh:mm:ss")),
    ...Array.from({ length: 15 }, () => record(0xe0, xf(0, true))),
    ...[0, 49, 164, 165].map((id) => record(0xe0, xf(id, false))),
    record(0x293, words(0x8000, 0xff00)),
  ]);
  const after = Buffer.concat([...sharedStrings(strings, uses), record(0x0a, Buffer.alloc(0))]);
  bound.writeUInt32LE(before.length + bound.length + 4 + after.length, 0);
  return Buffer.concat([before, record(0x85, bound), after]);
}

function font(name: string): Buffer {
  return Buffer.concat([
    words(200, 0, 0x7fff, 400, 0, 0, 0),
    Buffer.from([name.length, 0]),
    Buffer.from(name, "latin1"),
  ]);
}

function format(id: number, code: string): Buffer {
  return Buffer.concat([words(id, code.length), Buffer.from([0]), Buffer.from(code, "latin1")]);
}

function xf(formatId: number, isStyle: boolean): Buffer {
  const data = Buffer.alloc(20);
  // A style is locked and its own parent; a cell's parent is the style 0, of which it says what differs.
  words(0, formatId, isStyle ? 0xfff5 : 0x0001, 0x0020).copy(data);
  data[9] = isStyle ? 0xf4 : 0x04;
  data.writeUInt16LE(0x20c0, 18);
  return data;
}
