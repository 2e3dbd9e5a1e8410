// What comes out of workbooks of every kind, as others write them, and that nothing is left behind by reading one.
import { describe, expect, test } from "vitest";
import { defaultLimits, type WorkbookContainer } from "@rollcall/importer";
import { openWithin, openWorkbook, workbookBounds } from "./open-workbook";
import { cellsOf, inPieces, readAll } from "./testing/read-all";
import { peopleCells, realWorkbooks } from "./testing/real-workbooks";
import { odsParts, type XlsxChange, xlsxParts } from "./testing/xlsx-parts";
import { zipBytes } from "./testing/zip-bytes";

const asText = peopleCells().map((row) =>
  row.map((cell) => (typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell))),
);
const xlsx = (change: XlsxChange) => cellsOf(zipBytes(xlsxParts(change)), "xlsx");
const ods = (rows: string) =>
  cellsOf(zipBytes(odsParts(`<table:table table:name="A">${rows}</table:table>`)), "ods");

test.each([
  ["xlsx", "xlsx"],
  ["xls", "xls"],
  ["ods", "ods"],
] as const)("the same content as %s gives the same rows", async (kind, container) => {
  expect(await cellsOf(realWorkbooks()[kind], container)).toEqual(asText);
});

test("an XLS of Excel 5 gives the same rows, but for the letter its writer cannot write", async () => {
  const written = asText.map((row) => row.map((cell) => cell.replace("ë", "_")));
  expect(await cellsOf(realWorkbooks().xls5, "xls")).toEqual(written);
});

test.each([
  [1251, [0xc8, 0xe2, 0xe0, 0xed], "Иван"],
  [1252, [0x5a, 0x6f, 0xeb], "Zoë"],
  [437, [0x5a, 0x6f, 0x89], "Zoë"],
  [852, [0x9d, 0xa2, 0x64, 0xab], "Łódź"],
  [932, [0x93, 0xfa, 0x96, 0x7b], "日本"],
  [10_000, [0x5a, 0x6f, 0x91], "Zoë"],
])("Excel 5 in code page %d", async (page, letters, text) => {
  expect(await cellsOf(excel5(page, letters), "xls")).toEqual([[text]]);
});

/** A workbook of Excel 5 as a bare stream: one sheet, one text. */
function excel5(page: number, letters: number[]): Buffer {
  const record = (type: number, ...data: number[]) => [type & 255, type >> 8, data.length, 0, ...data];
  const bof = record(0x809, 0, 5, 5, 0, 0, 0, 0, 0);
  const end = record(0x0a);
  const globals = (at: number) => [
    ...bof,
    ...record(0x42, page & 255, page >> 8),
    ...record(0x85, at, 0, 0, 0, 0, 0, 1, 65),
    ...end,
  ];
  const label = record(0x204, 0, 0, 0, 0, 0, 0, letters.length, 0, ...letters);
  return Buffer.from([...globals(globals(0).length), ...bof, ...label, ...end]);
}

describe("cells of XLSX", () => {
  const cell = (inner: string) => `<row r="1">${inner}</row>`;
  test.each<[why: string, change: XlsxChange, cells: string[][]]>([
    ["an error is its text", { sheetData: cell('<c r="A1" t="e"><v>#N/A</v></c>') }, [["#N/A"]]],
    [
      "a formula is what it last gave",
      {
        sheetData: cell(
          '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A2</f><v></v></c><c r="C1" t="str"><f>A1</f><v>x</v></c>',
        ),
      },
      [["2", "", "x"]],
    ],
    [
      "a formula that gave nothing yet is not an empty cell",
      { sheetData: cell('<c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v/></c><c r="C1"><v>3</v></c>') },
      [["#FORMULA!", "#FORMULA!", "3"]],
    ],
    [
      "digits that a program wrote are all there, those that a spreadsheet made up are not",
      {
        sheetData: cell(
          '<c r="A1"><v>12345678901234567891</v></c><c r="B1"><v>1234567890123450</v></c><c r="C1"><v>1.2345678901234567E+19</v></c>',
        ),
      },
      [["12345678901234567891", "1.23456789012345E+15", "1.23456789012346E+19"]],
    ],
    [
      "rich text is joined, its phonetic reading is not",
      {
        strings:
          "<sst><si><r><t>Ja</t></r><r><t xml:space='preserve'>ne </t></r><rPh><t>x</t></rPh></si></sst>",
        sheetData: cell('<c r="A1" t="s"><v>0</v></c>'),
      },
      [["Jane "]],
    ],
    [
      "escapes are undone",
      {
        strings: "<sst><si><t>a_x000D_\nb_x005F_x0041_ &amp; &#233;</t></si></sst>",
        sheetData: cell('<c r="A1" t="s"><v>0</v></c>'),
      },
      [["a\nb_x0041_ & é"]],
    ],
    [
      "CDATA is text",
      { sheetData: cell('<c r="A1" t="inlineStr"><is><t><![CDATA[<b>]]></t></is></c>') },
      [["<b>"]],
    ],
    [
      "cells and rows without a place follow each other",
      { sheetData: "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>" },
      [["1", "2"], ["3"]],
    ],
    [
      "prefixes of names do not matter",
      {
        sheet:
          '<x:worksheet><x:sheetData><x:row r="1"><x:c r="B1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      },
      [["", "1"]],
    ],
    [
      "single quotes are quotes",
      { sheetData: "<row r='1'><c r='B1' t='str'><v>x</v></c></row>" },
      [["", "x"]],
    ],
    [
      "blank rows are there, trailing empty cells are not",
      { sheetData: '<row r="3"><c r="A3"><v>1</v></c><c r="C3" t="str"><v></v></c></row><row r="9"/>' },
      [[], [], ["1"]],
    ],
    [
      "only the first cell of a merged range has the value",
      {
        sheetData: cell('<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c>'),
        behind: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
      },
      [["1", "", "3"]],
    ],
    [
      "formats pad with zeros and make dates, 1904 too",
      {
        styles:
          '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        workbook:
          '<workbook><workbookPr date1904="1"/><sheets><sheet name="P" r:id="rId1"/></sheets></workbook>',
        sheetData: cell(
          '<c r="A1" s="0"><v>42</v></c><c r="B1" s="1"><v>42735.5</v></c><c r="C1"><v>4.4123456789E+11</v></c>',
        ),
      },
      [["00042", "2021-01-01 12:00:00", "441234567890"]],
    ],
    [
      "an ISO date is a date",
      { sheetData: cell('<c r="A1" t="d"><v>2021-01-01T00:00:00</v></c>') },
      [["2021-01-01"]],
    ],
  ])("%s", async (_, change, cells) => {
    expect(await xlsx(change)).toEqual(cells);
  });
});

describe("cells of ODS", () => {
  const row = (cells: string) => `<table:table-row>${cells}</table:table-row>`;
  const typed = (attributes: string, shown: string) =>
    `<table:table-cell ${attributes}><text:p>${shown}</text:p></table:table-cell>`;
  test.each([
    [
      "a number is its value, not how it is shown",
      row(typed('office:value-type="float" office:value="441234567890"', "4.41E+11")),
      [["441234567890"]],
    ],
    [
      "zeros that are shown are kept",
      row(typed('office:value-type="float" office:value="42"', "00042")),
      [["00042"]],
    ],
    [
      "a formula that gave nothing yet is not an empty cell, one that gave an empty text is",
      row(
        '<table:table-cell table:formula="of:=1+1"/>' +
          '<table:table-cell table:formula="of:=A2" office:value-type="string" office:string-value=""/>' +
          typed('office:value-type="float" office:value="3"', "3"),
      ),
      [["#FORMULA!", "", "3"]],
    ],
    [
      "currency, percentage, date, time, boolean",
      row(
        typed('office:value-type="currency" office:value="1234.5"', "€ 1.234,50") +
          typed('office:value-type="percentage" office:value="0.05"', "5 %") +
          typed('office:value-type="date" office:date-value="2021-01-01"', "1.1.21") +
          typed('office:value-type="time" office:time-value="PT12H30M00S"', "12:30") +
          typed('office:value-type="boolean" office:boolean-value="true"', "WAHR"),
      ),
      [["1234.5", "0.05", "2021-01-01", "12:30:00", "TRUE"]],
    ],
    [
      "paragraphs, spaces and links",
      row(
        '<table:table-cell><text:p>a<text:s text:c="2"/>b<text:a>c</text:a></text:p><text:p>d</text:p><office:annotation><text:p>no</text:p></office:annotation></table:table-cell>',
      ),
      [["a  bc\nd"]],
    ],
    [
      "repeated cells and rows",
      '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1022"/></table:table-row><table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>',
      [
        ["x", "x"],
        ["x", "x"],
      ],
    ],
    [
      "covered cells are empty",
      row(
        "<table:table-cell><text:p>a</text:p></table:table-cell><table:covered-table-cell><text:p>b</text:p></table:covered-table-cell><table:table-cell><text:p>c</text:p></table:table-cell>",
      ),
      [["a", "", "c"]],
    ],
  ])("%s", async (_, rows, cells) => {
    expect(await ods(rows)).toEqual(cells);
  });
});

test("error cells are named beside their text, hidden sheets are flagged", async () => {
  const workbook = '<workbook><sheets><sheet name="P" state="veryHidden" r:id="rId1"/></sheets></workbook>';
  const bytes = zipBytes(
    xlsxParts({ workbook, sheetData: '<row r="2"><c r="B2" t="e"><v>#REF!</v></c></row>' }),
  );
  const errorRow = { line: 2, cells: ["", "#REF!"], errorCells: [1] };
  expect(await readAll(bytes, "xlsx")).toEqual({
    kind: "rows",
    sheets: [{ name: "P", hidden: true, rows: [{ line: 1, cells: [] }, errorRow] }],
  });
});

async function opened(bytes: Uint8Array, container: WorkbookContainer = "xlsx") {
  const result = await openWorkbook(inPieces(bytes), { container, limits: defaultLimits });
  if (result.kind === "refused") throw new Error(result.problem.code);
  return result.workbook;
}

describe("bounds", () => {
  const many = zipBytes(
    xlsxParts({
      sheetData: Array.from(
        { length: 20_000 },
        (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
      ).join(""),
    }),
  );

  test("a reading that takes too long is killed and says so", async () => {
    const open = openWithin.bind(null, { ...workbookBounds, milliseconds: 0 });
    const outcome = await readAll(many, "xlsx", defaultLimits, open);
    expect(outcome).toMatchObject({ kind: "problem", problem: { code: "file.unsupported" } });
  });

  test("a reading that takes too much memory is killed and says so", async () => {
    const open = openWithin.bind(null, { ...workbookBounds, residentBytes: 1 });
    const slow = async function* () {
      yield many.subarray(0, 1000);
      // The watch looks every so often: the source ends when it has looked.
      await new Promise((resolve) => setTimeout(resolve, 300));
      yield many.subarray(1000);
    };
    const result = await open(slow(), { container: "xlsx", limits: defaultLimits });
    expect(result).toMatchObject({ kind: "refused", problem: { code: "file.unsupported" } });
  });

  test("a file larger than its limit is refused before it is read", async () => {
    const limits = { ...defaultLimits, maxBytes: 1000 };
    const outcome = await readAll(many, "xlsx", limits);
    expect(outcome).toMatchObject({
      kind: "problem",
      problem: { code: "file.too-large", params: { limit: 1000 } },
    });
  });

  test("close ends a reading that nobody finishes", async () => {
    const workbook = await opened(many);
    for await (const rows of workbook.rows("People")) {
      expect(rows[0]?.cells).toEqual(["0"]);
      break;
    }
    await workbook.close();
    await workbook.close();
  });

  test("what the source throws is thrown", async () => {
    const broken = async function* () {
      yield many.subarray(0, 100);
      await Promise.resolve();
      throw new Error("the upload broke off");
    };
    await expect(openWorkbook(broken(), { container: "xlsx", limits: defaultLimits })).rejects.toThrow(
      "broke off",
    );
  });
});
