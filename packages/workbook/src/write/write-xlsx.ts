// Writes one sheet as XLSX, row by row: however many there are, no more than a piece of them is held.
import {
  columnLetters,
  heldNumber,
  heldText,
  serialOf,
  sheetTitle,
  type WorkbookCell,
  WorkbookLimitError,
} from "./cell";
import { type Part, writeZip } from "./zip-writer";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const maxRows = 1_048_576;
const maxColumns = 16_384;
/** Characters gathered before they are packed. */
const pieceSize = 1 << 16;

/** Styles: 1 is text, 2 a date, 3 a date with its time. */
const styles = `${xml}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${[49, 164, 165].map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join("")}</cellXfs></styleSheet>`;

const contentTypes = `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  ["/xl/workbook.xml", "sheet.main"],
  ["/xl/worksheets/sheet1.xml", "worksheet"],
  ["/xl/styles.xml", "styles"],
]
  .map(
    ([part = "", kind = ""]) =>
      `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`,
  )
  .join("")}</Types>`;

/** The bytes of the workbook. */
export function writeXlsx(
  sheetName: string,
  rows: AsyncIterable<WorkbookCell[][]>,
): AsyncGenerator<Uint8Array> {
  const relations = (...all: [type: string, target: string][]) =>
    `${xml}<Relationships xmlns="${packages}/relationships">${all.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`).join("")}</Relationships>`;
  const workbook = `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${attributeText(sheetTitle(sheetName))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const parts: Part[] = [
    { name: "[Content_Types].xml", text: [contentTypes] },
    { name: "_rels/.rels", text: [relations(["officeDocument", "xl/workbook.xml"])] },
    { name: "xl/workbook.xml", text: [workbook] },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: [relations(["worksheet", "worksheets/sheet1.xml"], ["styles", "styles.xml"])],
    },
    { name: "xl/styles.xml", text: [styles] },
    { name: "xl/worksheets/sheet1.xml", text: sheetText(rows) },
  ];
  return writeZip(parts);
}

async function* sheetText(batches: AsyncIterable<WorkbookCell[][]>): AsyncGenerator<string> {
  let text = `${xml}<worksheet xmlns="${main}"><sheetData>`;
  let line = 0;
  for await (const batch of batches)
    for (const row of batch) {
      if (++line > maxRows) throw new WorkbookLimitError("A sheet of XLSX holds at most 1,048,576 rows.");
      text += rowText(row, line);
      if (text.length < pieceSize) continue;
      yield text;
      text = "";
    }
  yield `${text}</sheetData></worksheet>`;
}

const letters: string[] = [];

function rowText(row: WorkbookCell[], line: number): string {
  if (row.length > maxColumns) throw new WorkbookLimitError("A sheet of XLSX holds at most 16,384 columns.");
  let text = `<row r="${line}">`;
  for (const [column, cell] of row.entries())
    if (cell !== null && cell !== "")
      text += cellText(cell, `${(letters[column] ??= columnLetters(column))}${line}`);
  return `${text}</row>`;
}

function cellText(cell: Exclude<WorkbookCell, null>, place: string): string {
  if (typeof cell === "number") return `<c r="${place}"><v>${heldNumber(cell)}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "string") return inlineText(cell, place);
  const serial = serialOf(cell);
  if (serial === null) return inlineText(cell.toISOString().slice(0, 10), place);
  return `<c r="${place}" s="${Number.isInteger(serial) ? 2 : 3}"><v>${serial}</v></c>`;
}

function inlineText(text: string, place: string): string {
  return `<c r="${place}" s="1" t="inlineStr"><is><t xml:space="preserve">${escaped(heldText(text))}</t></is></c>`;
}

// What XML cannot hold is written as _xHHHH_, and so is the underscore of what only looks like that.
function escaped(text: string): string {
  const plain = /^[\x20-\x25\x27-\x3b\x3d\x3f-\x5e\x60-\x7e]*$/u.test(text);
  if (plain) return text;
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_")
    .replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]|\p{Cs}/gu, hexEscape) // eslint-disable-line no-control-regex -- they are what is looked for
    .replace(/[&<>]/gu, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : "&gt;"));
}

function hexEscape(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

function attributeText(text: string): string {
  return escaped(text).replaceAll('"', "&quot;");
}
