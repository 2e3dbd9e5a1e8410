/** Workbooks as people send them: small, made here, the same each time. A ZIP is written by hand, so that one can hold what it should not. */
import { Buffer } from "node:buffer";
import { crc32 } from "node:zlib";
import { writeWorkbook } from "@rollcall/workbook";

export type Cells = readonly (readonly string[])[];

/** One sheet, as Excel would save it. */
export async function workbook(kind: "xlsx" | "xls", rows: Cells, sheet = "Staff"): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeWorkbook(kind, sheet, once(rows))) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Several sheets, as LibreOffice would save them; a hidden one when its name begins with a dot. */
export function openDocument(sheets: Readonly<Record<string, Cells>>): Buffer {
  const tables = Object.entries(sheets).map(([name, rows]) => {
    const style = name.startsWith(".") ? ' table:style-name="hid"' : "";
    const lines = rows.map((cells) => `<table:table-row>${cells.map(cell).join("")}</table:table-row>`);
    return `<table:table table:name="${escape(name)}"${style}>${lines.join("")}</table:table>`;
  });
  const hidden =
    '<style:style style:name="hid" style:family="table"><style:table-properties table:display="false"/></style:style>';
  return zip({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": `<office:document-content><office:automatic-styles>${hidden}</office:automatic-styles><office:body><office:spreadsheet>${tables.join("")}</office:spreadsheet></office:body></office:document-content>`,
  });
}

/** A workbook with a program in it. */
export function macroWorkbook(): Buffer {
  return zip({
    "[Content_Types].xml": "<Types/>",
    "xl/vbaProject.bin": "program",
    "xl/workbook.xml": "<workbook/>",
  });
}

/** A workbook with a password to open it: an OLE2 file that says so. */
export function encryptedWorkbook(): Buffer {
  const head = Buffer.from("d0cf11e0a1b11ae1", "hex");
  return Buffer.concat([
    head,
    Buffer.alloc(1016),
    Buffer.from("EncryptedPackage", "utf16le"),
    Buffer.alloc(512),
  ]);
}

function cell(text: string): string {
  return text === ""
    ? "<table:table-cell/>"
    : `<table:table-cell office:value-type="string"><text:p>${escape(text)}</text:p></table:table-cell>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

async function* once(rows: Cells): AsyncGenerator<string[][]> {
  await Promise.resolve();
  yield rows.map((cells) => [...cells]);
}

/** An archive whose parts are stored as they are (APPNOTE 4.3). */
function zip(parts: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [title, data] = [Buffer.from(name), Buffer.from(text)];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), facts, title, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const central = [Buffer.from("PK\x01\x02\x14\x00", "latin1"), facts, rest, title];
    locals.push(local);
    centrals.push(Buffer.concat(central));
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
