// Workbooks that nobody means well with, made when they are needed: damaged, lying, overwhelming, absurd.
// Each must end in rows or in a clear problem.
import type { WorkbookContainer } from "@rollcall/importer";
import { deflateRawSync } from "node:zlib";
import { ole2File } from "../write/ole2-file";
import { createRandom } from "./random";
import { realWorkbooks } from "./real-workbooks";
import { odsParts, plainRows, type XlsxChange, xlsxParts } from "./xlsx-parts";
import { zipBytes, type TestPart } from "./zip-bytes";

export interface HostileWorkbook {
  name: string;
  container: WorkbookContainer;
  bytes: Buffer;
  /** The code it must be refused with; null: rows are fine too. */
  code: string | null;
}

type Case = [name: string, code: string | null, parts: TestPart[] | Buffer];

const corrupt = "file.corrupt";
const xlsx = (change: XlsxChange) => xlsxParts(change);
const cell = (inner: string) => `<row r="1">${inner}</row>`;
const table = (rows: string) => `<table:table table:name="People">${rows}</table:table>`;
const zeros = (megabytes: number) => deflateRawSync(Buffer.alloc(megabytes << 20, 0x20), { level: 9 });

function replacePart(name: string, change: Partial<TestPart>): TestPart[] {
  return xlsxParts().map((part) => (part.name === name ? { ...part, ...change } : part));
}

const sheet1 = "xl/worksheets/sheet1.xml";

function archives(): Case[] {
  const bomb = zeros(200);
  return [
    ["bomb: a part of 200 MB that says so", corrupt, replacePart(sheet1, { raw: bomb, size: 200 << 20 })],
    ["bomb: 200 MB that claim to be 100 bytes", corrupt, replacePart(sheet1, { raw: bomb, size: 100 })],
    [
      "bomb: shared strings of 200 MB that claim 900 kB",
      corrupt,
      replacePart("xl/sharedStrings.xml", { raw: bomb, size: 900_000 }),
    ],
    [
      "bomb: many parts that claim 2 GiB together",
      "file.too-large",
      xlsx({
        more: Array.from({ length: 4 }, (_, at) => ({
          name: `m${at}`,
          data: "x",
          size: 600 << 20,
          packed: 1,
          raw: Buffer.from("x"),
        })),
      }),
    ],
    ["bomb: claims 4 GiB", "file.too-large", replacePart(sheet1, { size: 0xfffffff0 })],
    [
      "nested archives",
      null,
      xlsx({
        more: [
          {
            name: "xl/nested.zip",
            data: zipBytes([{ name: "a.zip", data: zipBytes([{ name: "b", data: "b" }]) }]),
          },
        ],
      }),
    ],
    ["a part that is its own archive", corrupt, replacePart(sheet1, { data: zipBytes(xlsxParts()) })],
    ["a part larger than it says", corrupt, replacePart(sheet1, { size: 10 })],
    ["a part smaller than it says", corrupt, replacePart(sheet1, { size: 5000 })],
    ["a wrong checksum", corrupt, replacePart(sheet1, { crc: 1 })],
    [
      "data that is no deflate",
      corrupt,
      replacePart(sheet1, { raw: Buffer.from("not packed at all, really") }),
    ],
    ["packed in an unknown way", "file.unsupported", replacePart(sheet1, { method: 12 })],
    ["an encrypted part", "file.encrypted", replacePart(sheet1, { flags: 1 })],
    ["two parts of one name", corrupt, xlsx({ more: [{ name: sheet1, data: "x" }] })],
    [
      "two parts of one name but for case",
      corrupt,
      xlsx({ more: [{ name: sheet1.toUpperCase(), data: "x" }] }),
    ],
    ["overlapping parts", corrupt, xlsx({ more: [{ name: "xl/again.xml", data: "x", offset: 0 }] })],
    [
      "a part behind the end",
      corrupt,
      xlsx({ more: [{ name: "xl/far.xml", data: "x", offset: 0x7fffffff }] }),
    ],
    [
      "another name in front of the data",
      corrupt,
      replacePart(sheet1, { localName: "xl/worksheets/sheet9.xml" }),
    ],
    ["NUL in a name", corrupt, xlsx({ more: [{ name: "xl/a\0b.xml", data: "x" }] })],
    [
      "names that climb",
      null,
      xlsx({
        more: [
          { name: "../../etc/passwd", data: "x" },
          { name: "/etc/shadow", data: "x" },
        ],
      }),
    ],
    [
      "names of prototypes",
      null,
      xlsx({
        more: [
          { name: "__proto__", data: "x" },
          { name: "constructor", data: "x" },
        ],
      }),
    ],
    ["more parts than it has", corrupt, zipBytes(xlsxParts(), { count: 60_000 })],
    [
      "more parts than any workbook has",
      corrupt,
      xlsx({ more: Array.from({ length: 10_100 }, (_, at) => ({ name: `p${at}`, data: "" })) }),
    ],
    ["a directory elsewhere", corrupt, zipBytes(xlsxParts(), { start: 3 })],
    ["no parts", corrupt, []],
    ["a ZIP of something else", corrupt, [{ name: "readme.txt", data: "hello" }]],
    ["an archive's end without a directory", corrupt, Buffer.from("PK\x05\x06".padEnd(22, "\0"), "latin1")],
    ["macros by their part", "file.unsupported", xlsx({ more: [{ name: "xl/vbaProject.bin", data: "x" }] })],
    [
      "macros by their type",
      "file.unsupported",
      xlsx({
        types:
          '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      }),
    ],
    ["a binary workbook", "file.unsupported", xlsx({ more: [{ name: "xl/workbook.bin", data: "x" }] })],
    ["no types", corrupt, xlsxParts().slice(1)],
    ["no workbook", corrupt, replacePart("xl/workbook.xml", { name: "xl/other.xml" })],
    ["no sheet part", corrupt, replacePart(sheet1, { name: "xl/worksheets/sheet2.xml" })],
  ];
}

const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "${"&a;".repeat(10)}">`).join("")}]>`;

function markup(): Case[] {
  return [
    ["entity bomb in the sheet", corrupt, xlsx({ sheet: `${laughs}<worksheet/>` })],
    ["entity bomb in the strings", corrupt, xlsx({ strings: `<?xml version="1.0"?>${laughs}<sst/>` })],
    [
      "external entity in the workbook",
      corrupt,
      xlsx({ workbook: '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x"><workbook/>' }),
    ],
    [
      "external entity in the styles",
      corrupt,
      xlsx({ styles: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><styleSheet>&e;</styleSheet>' }),
    ],
    ["document type in the types", corrupt, xlsx({ types: "<!doctype x><Types/>" })],
    ["document type in the middle", corrupt, xlsx({ sheetData: `${plainRows}<!DOCTYPE x>` })],
    ["an entity nobody declared", corrupt, xlsx({ strings: "<sst><si><t>&secret;</t></si></sst>" })],
    [
      "a million references",
      null,
      xlsx({ strings: `<sst><si><t>${"&#65;".repeat(100_000)}</t></si></sst>` }),
    ],
    ["references to no character", corrupt, xlsx({ strings: "<sst><si><t>&#x110000;</t></si></sst>" })],
    ["deep nesting", corrupt, xlsx({ sheetData: "<a>".repeat(100_000) })],
    ["more ends than beginnings", corrupt, xlsx({ sheetData: "</a></b></c></d></e>" })],
    ["an unclosed tag", corrupt, xlsx({ sheet: "<worksheet><sheetData><row r='1'><c r='A1'" })],
    ["an unclosed comment", corrupt, xlsx({ sheet: "<worksheet><sheetData><!-- " })],
    [
      "an endless tag",
      corrupt,
      xlsx({ sheet: `<worksheet a="${Array.from({ length: 200_000 }, (_, at) => at).join("")}` }),
    ],
    ["no XML", corrupt, xlsx({ sheet: "hello" })],
    ["nothing at all", corrupt, xlsx({ sheet: "" })],
    [
      "not UTF-8",
      corrupt,
      replacePart("xl/sharedStrings.xml", {
        data: Buffer.from("<sst><si><t>\xe9t\xe9</t></si></sst>", "latin1"),
      }),
    ],
    [
      "UTF-16",
      null,
      replacePart(sheet1, {
        data: Buffer.from(`\ufeff<worksheet><sheetData>${plainRows}</sheetData></worksheet>`, "utf16le"),
      }),
    ],
    ["two roots", corrupt, xlsx({ sheet: "<worksheet/><worksheet/>" })],
    ["a row that is none", corrupt, xlsx({ sheetData: '<row r="x"/>' })],
    ["row 0", corrupt, xlsx({ sheetData: '<row r="0"><c r="A0"><v>1</v></c></row>' })],
    ["a negative row", corrupt, xlsx({ sheetData: '<row r="-5"><c r="A-5"><v>1</v></c></row>' })],
    ["row 1048577", corrupt, xlsx({ sheetData: '<row r="1048577"><c r="XFD1048577"><v>1</v></c></row>' })],
    ["row 1e300", corrupt, xlsx({ sheetData: '<row r="1e300"/>' })],
    ["rows backwards", corrupt, xlsx({ sheetData: '<row r="2"/><row r="1"/>' })],
    ["a row twice", corrupt, xlsx({ sheetData: '<row r="1"/><row r="1"/>' })],
    [
      "the last cell of all",
      "file.too-many-columns",
      xlsx({ sheetData: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }),
    ],
    ["a column too far", corrupt, xlsx({ sheetData: cell('<c r="XFE1"><v>1</v></c>') })],
    ["a huge column", corrupt, xlsx({ sheetData: cell('<c r="ZZZZZZZZZZZZZZZ1"><v>1</v></c>') })],
    ["a cell without letters", corrupt, xlsx({ sheetData: cell('<c r="11"><v>1</v></c>') })],
    ["a cell of another row", corrupt, xlsx({ sheetData: cell('<c r="A7"><v>1</v></c>') })],
    ["a text out of range", corrupt, xlsx({ sheetData: cell('<c r="A1" t="s"><v>99999</v></c>') })],
    ["a text with a negative number", corrupt, xlsx({ sheetData: cell('<c r="A1" t="s"><v>-1</v></c>') })],
    [
      "a text by a property's name",
      corrupt,
      xlsx({ sheetData: cell('<c r="A1" t="s"><v>constructor</v></c>') }),
    ],
    ["a style out of range", null, xlsx({ sheetData: cell('<c r="A1" s="4294967295"><v>1</v></c>') })],
    ["a number that is none", corrupt, xlsx({ sheetData: cell('<c r="A1"><v>forty-two</v></c>') })],
    ["a number beyond numbers", corrupt, xlsx({ sheetData: cell('<c r="A1"><v>1e999</v></c>') })],
    ["an unknown kind of cell", null, xlsx({ sheetData: cell('<c r="A1" t="__proto__"><v>1</v></c>') })],
    [
      "headers named like prototypes",
      null,
      xlsx({
        sheetData: cell('<c r="A1" t="str"><v>__proto__</v></c><c r="B1" t="str"><v>constructor</v></c>'),
      }),
    ],
    [
      "a sheet named like a prototype",
      null,
      xlsx({
        workbook: '<workbook><sheets><sheet name="__proto__" sheetId="1" r:id="rId1"/></sheets></workbook>',
      }),
    ],
    [
      "two sheets of one name",
      null,
      xlsx({
        workbook:
          '<workbook><sheets><sheet name="A" r:id="rId1"/><sheet name="A" r:id="rId1"/></sheets></workbook>',
      }),
    ],
    [
      "10,000 sheets",
      corrupt,
      xlsx({
        workbook: `<workbook><sheets>${'<sheet name="A" r:id="rId1"/>'.repeat(10_000)}</sheets></workbook>`,
      }),
    ],
    ["no sheets", corrupt, xlsx({ workbook: "<workbook><sheets/></workbook>" })],
    ["a relation to nowhere", corrupt, xlsx({ relations: "<Relationships/>" })],
    [
      "a relation that leaves the archive",
      corrupt,
      xlsx({
        relations:
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>',
      }),
    ],
    [
      "an external sheet",
      corrupt,
      xlsx({
        relations:
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" TargetMode="External" Target="http://127.0.0.1:9/"/></Relationships>',
      }),
    ],
    [
      "a sheet of macros",
      "file.unsupported",
      xlsx({
        relations:
          '<Relationships><Relationship Id="rId1" Type="x/xlMacrosheet" Target="worksheets/sheet1.xml"/></Relationships>',
      }),
    ],
    [
      "a cell of 5 MB",
      corrupt,
      xlsx({
        sheetData: cell(
          `<c r="A1" t="str"><v>${Array.from({ length: 800_000 }, (_, at) => at).join("")}</v></c>`,
        ),
      }),
    ],
    [
      "a cell of 100,000 characters",
      "file.cell-too-long",
      xlsx({ sheetData: cell(`<c r="A1" t="str"><v>${"x1".repeat(50_000)}</v></c>`) }),
    ],
    [
      "a merge of the whole sheet",
      null,
      xlsx({ behind: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }),
    ],
    [
      "merges that are none",
      null,
      xlsx({ behind: '<mergeCells><mergeCell ref="banana"/><mergeCell/></mergeCells>' }),
    ],
    [
      "a format of 100,000 signs",
      null,
      xlsx({
        styles: `<styleSheet><numFmt numFmtId="164" formatCode="${"[".repeat(50_000)}"/><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`,
      }),
    ],
  ];
}

function openDocument(): Case[] {
  const cells = (attributes: string) =>
    `<table:table-row><table:table-cell ${attributes}><text:p>x</text:p></table:table-cell></table:table-row>`;
  return [
    [
      "a row repeated to the end of the sheet",
      null,
      odsParts(
        table(
          `<table:table-row table:number-rows-repeated="1048576"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>`,
        ),
      ),
    ],
    [
      "a row repeated beyond it",
      corrupt,
      odsParts(
        table(`<table:table-row table:number-rows-repeated="9999999"><table:table-cell/></table:table-row>`),
      ),
    ],
    [
      "rows repeated twice to the end",
      corrupt,
      odsParts(
        table(
          `<table:table-row table:number-rows-repeated="1048576"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>`.repeat(
            2,
          ),
        ),
      ),
    ],
    [
      "a cell repeated to the end",
      "file.too-many-columns",
      odsParts(table(cells('table:number-columns-repeated="16384"'))),
    ],
    ["a cell repeated beyond it", corrupt, odsParts(table(cells('table:number-columns-repeated="100000"')))],
    ["a cell repeated -1 times", corrupt, odsParts(table(cells('table:number-columns-repeated="-1"')))],
    [
      "spaces without end",
      corrupt,
      odsParts(
        table(
          `<table:table-row><table:table-cell><text:p>${'<text:s text:c="32767"/>'.repeat(1000)}</text:p></table:table-cell></table:table-row>`,
        ),
      ),
    ],
    [
      "a large text in every row",
      "file.too-large",
      odsParts(
        table(
          `<table:table-row table:number-rows-repeated="1048576"><table:table-cell><text:p>${"lorem".repeat(6000)}</text:p></table:table-cell></table:table-row>`,
        ),
      ),
    ],
    [
      "encrypted by its manifest",
      "file.encrypted",
      odsParts(table(""), [
        {
          name: "META-INF/manifest.xml",
          data: "<manifest><file-entry><encryption-data/></file-entry></manifest>",
        },
      ]),
    ],
    ["macros", "file.unsupported", odsParts(table(""), [{ name: "Basic/Standard/Module1.xml", data: "x" }])],
    ["no table", corrupt, odsParts("")],
    [
      "a text document",
      "file.unsupported",
      [{ name: "mimetype", data: "application/vnd.oasis.opendocument.text", method: 0 }],
    ],
    ["no content", corrupt, odsParts("").slice(0, 1)],
    ["entity bomb", corrupt, odsParts(laughs)],
    [
      "tables in tables",
      null,
      odsParts(
        table(`<table:table-row><table:table-cell>${table(cells(""))}</table:table-cell></table:table-row>`),
      ),
    ],
    [
      "numbers that are none",
      null,
      odsParts(
        table(
          cells('office:value-type="float" office:value="NaN"') +
            cells('office:value-type="date" office:date-value="9999999"') +
            cells('office:value-type="time" office:time-value="PT999999999999999H"'),
        ),
      ),
    ],
    ["a table named like a prototype", null, odsParts('<table:table table:name="__proto__"/>')],
  ];
}

const bytes = (...values: number[]) => Buffer.from(values);
const none = Buffer.alloc(0);

function stream(...records: [type: number, data: Buffer][]): Buffer {
  const parts = records.flatMap(([type, data]) => [
    bytes(type & 255, type >> 8, data.length & 255, data.length >> 8),
    data,
  ]);
  return Buffer.concat(parts);
}

function bof(version: number): [number, Buffer] {
  return [0x809, bytes(version & 255, version >> 8, 5, 0, 0, 0, 0, 0)];
}

/** A workbook of one sheet with one text; 5,000 bytes, so that it needs several sectors. */
function plainStream(): Buffer {
  const globals = (at: number) =>
    stream(bof(0x600), [0x85, bytes(at, 0, 0, 0, 0, 0, 1, 0, 65)], [0x0a, none]);
  const label = bytes(0, 0, 0, 0, 0, 0, 1, 0, 0, 65);
  return Buffer.concat([
    globals(globals(0).length),
    stream(bof(0x600), [0x204, label], [0x5c, Buffer.alloc(4900)], [0x0a, none]),
  ]);
}

function oldWorkbooks(): Case[] {
  const changed = (change: (copy: Buffer) => void): Buffer => {
    const copy = Buffer.from(xls);
    change(copy);
    return copy;
  };
  const xls = ole2File("Workbook", plainStream());
  const fatAt = (xls.readUInt32LE(76) + 1) * 512;
  const directoryAt = (xls.readUInt32LE(48) + 1) * 512;
  return [
    ["a FAT in a circle", corrupt, changed((b) => b.writeUInt32LE(0, fatAt))],
    [
      "a directory in a circle",
      corrupt,
      changed((b) => b.writeUInt32LE(xls.readUInt32LE(48), fatAt + xls.readUInt32LE(48) * 4)),
    ],
    ["an entry that is its own sibling", corrupt, changed((b) => b.writeUInt32LE(1, directoryAt + 128 + 68))],
    ["an entry behind the directory", corrupt, changed((b) => b.writeUInt32LE(5000, directoryAt + 76))],
    ["sectors of 2 GiB", corrupt, changed((b) => b.writeUInt16LE(31, 30))],
    ["sectors of one byte", corrupt, changed((b) => b.writeUInt16LE(0, 30))],
    ["mini sectors of another size", corrupt, changed((b) => b.writeUInt16LE(9, 32))],
    ["a DIFAT in a circle", corrupt, changed((b) => b.writeUInt32LE(0, 68))],
    ["a FAT sector twice", corrupt, changed((b) => b.writeUInt32LE(b.readUInt32LE(76), 80))],
    ["a stream of 4 GiB", corrupt, changed((b) => b.writeUInt32LE(0xfffffff0, directoryAt + 128 + 120))],
    [
      "a stream that begins nowhere",
      corrupt,
      changed((b) => b.writeUInt32LE(0x00ffffff, directoryAt + 128 + 116)),
    ],
    [
      "a mini stream that is not there",
      corrupt,
      changed((b) => b.writeUInt32LE(100, directoryAt + 128 + 120)),
    ],
    ["a root that is none", corrupt, changed((b) => void (b[directoryAt + 66] = 1))],
    [
      "no workbook",
      "file.unsupported",
      changed((b) => void b.write("Document", directoryAt + 128, "utf16le")),
    ],
    [
      "an encrypted package",
      "file.encrypted",
      changed((b) => {
        b.fill(0, directoryAt + 128, directoryAt + 192);
        b.writeUInt16LE(b.write("EncryptedPackage", directoryAt + 128, "utf16le") + 2, directoryAt + 192);
      }),
    ],
    ["the head alone", corrupt, xls.subarray(0, 8)],
    ["one sector", corrupt, xls.subarray(0, 512)],
    ["FILEPASS", "file.encrypted", stream(bof(0x600), [0x2f, bytes(1, 0)])],
    ["FILEPASS of Excel 5", "file.encrypted", stream(bof(0x500), [0x2f, bytes(1, 0, 2, 0)])],
    ["Excel 4", "file.unsupported", stream([0x409, bytes(0, 4, 0x10, 0, 0, 0)], [0x0a, none])],
    ["an unknown version", "file.unsupported", stream(bof(0x700))],
    [
      "a sheet of macros",
      "file.unsupported",
      stream(bof(0x600), [0x85, bytes(0, 0, 0, 0, 0, 1, 1, 0, 65)], [0x0a, none]),
    ],
    [
      "a sheet behind the end",
      corrupt,
      stream(bof(0x600), [0x85, bytes(0, 0, 0, 0x7f, 0, 0, 1, 0, 65)], [0x0a, none]),
    ],
    [
      "a sheet that is the workbook",
      corrupt,
      stream(bof(0x600), [0x85, bytes(4, 0, 0, 0, 0, 0, 1, 0, 65)], [0x0a, none]),
    ],
    ["no sheets", corrupt, stream(bof(0x600), [0x0a, none])],
    ["no end", corrupt, stream(bof(0x600))],
    [
      "a record longer than the file",
      corrupt,
      Buffer.concat([stream(bof(0x600)), bytes(0xfc, 0, 0xff, 0xff)]),
    ],
    [
      "four thousand million texts",
      corrupt,
      stream(bof(0x600), [0xfc, bytes(0, 0, 0, 0, 255, 255, 255, 255, 1, 0, 0, 65)], [0x0a, none]),
    ],
    [
      "a text longer than its record",
      corrupt,
      stream(bof(0x600), [0xfc, bytes(0, 0, 0, 0, 1, 0, 0, 0, 255, 255, 0, 65)], [0x0a, none]),
    ],
    [
      "a code page nobody knows",
      "file.unsupported",
      stream(bof(0x500), [0x42, bytes(1, 1)], [0x85, bytes(0, 0, 0, 0, 0, 0, 1, 65)], [0x0a, none]),
    ],
    ["a short sheet record", corrupt, stream(bof(0x600), [0x85, bytes(0)], [0x0a, none])],
    [
      "BOFs in BOFs",
      corrupt,
      stream(
        bof(0x600),
        [0x85, bytes(25, 0, 0, 0, 0, 0, 1, 0, 65)],
        [0x0a, none],
        ...Array.from({ length: 5000 }, () => bof(0x600)),
      ),
    ],
  ];
}

/** The real ones cut off and with bytes changed, `count` of each kind. */
function mutations(seed: number, count: number): HostileWorkbook[] {
  const random = createRandom(seed);
  return Object.entries(realWorkbooks()).flatMap(([kind, real]) => {
    const container: WorkbookContainer = kind === "xlsx" || kind === "ods" ? kind : "xls";
    return Array.from({ length: count }, (_, at) => {
      const isCut = at % 5 === 0;
      const bytes = Buffer.from(isCut ? real.subarray(0, random(real.length)) : real);
      if (!isCut) for (let left = 1 + random(8); left > 0; left--) mutate(bytes, random);
      return {
        name: `${kind}, ${isCut ? "cut off" : "changed"} (${seed}, ${at})`,
        container,
        bytes,
        code: null,
      };
    });
  });
}

const extremes = [0, 1, 0x7f, 0x80, 0xff];

function mutate(bytes: Buffer, random: (below: number) => number): void {
  const at = random(bytes.length);
  if (random(2) === 0) bytes[at] = random(256);
  else bytes.fill(extremes[random(extremes.length)] ?? 0, at, at + 1 + random(4));
}

/** More mutations, for a fuzzer. */
export function mutatedWorkbooks(seed: number, count: number): HostileWorkbook[] {
  return mutations(seed, count);
}

/** All of them; the same for the same seed. */
export function hostileWorkbooks(seed: number): HostileWorkbook[] {
  const made = (container: WorkbookContainer, cases: Case[]) =>
    cases.map(([name, code, parts]): HostileWorkbook => ({
      name: `${container}: ${name}`,
      container,
      bytes: Buffer.isBuffer(parts) ? parts : zipBytes(parts),
      code,
    }));
  return [
    ...made("xlsx", [...archives(), ...markup()]),
    ...made("ods", openDocument()),
    ...made("xls", oldWorkbooks()),
    ...mutations(seed, 10),
  ];
}
