// The parts of a small XLSX and ODS for tests, each of which can be replaced.
import type { TestPart } from "./zip-bytes";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What differs from the plain workbook; `sheetData` is what stands between its tags. */
export interface XlsxChange {
  sheetData?: string;
  sheet?: string;
  behind?: string;
  strings?: string;
  styles?: string;
  workbook?: string;
  types?: string;
  relations?: string;
  more?: TestPart[];
}

export const plainRows =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Full Name</t></is></c></row>' +
  '<row r="2"><c r="A2" t="str"><v>a@example.com</v></c><c r="B2"><v>42</v></c></row>';

export function xlsxParts(change: XlsxChange = {}): TestPart[] {
  const sheet =
    change.sheet ??
    `<worksheet xmlns="${main}"><sheetData>${change.sheetData ?? plainRows}</sheetData>${change.behind ?? ""}</worksheet>`;
  return [
    {
      name: "[Content_Types].xml",
      data:
        change.types ?? '<Types><Override PartName="/xl/workbook.xml" ContentType="sheet.main+xml"/></Types>',
    },
    {
      name: "_rels/.rels",
      data: `<Relationships><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      data:
        change.workbook ??
        `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr/><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data:
        change.relations ??
        `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: "xl/sharedStrings.xml", data: change.strings ?? "<sst><si><t>Email</t></si></sst>" },
    {
      name: "xl/styles.xml",
      data: change.styles ?? '<styleSheet><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>',
    },
    { name: "xl/worksheets/sheet1.xml", data: sheet },
    ...(change.more ?? []),
  ];
}

/** An ODS whose spreadsheet holds `tables`. */
export function odsParts(tables: string, more: TestPart[] = []): TestPart[] {
  return [
    { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet", method: 0 },
    {
      name: "content.xml",
      data: `<office:document-content><office:automatic-styles><style:style style:name="hid"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    },
    ...more,
  ];
}
