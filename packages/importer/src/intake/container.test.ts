// What a file is, by content: each kind that people really choose by mistake, and texts that only look like one.
import { describe, expect, it } from "vitest";
import { latin1, utf16, utf8 } from "../testing/bytes";
import { guessContainer } from "./container";

// The first entry of a ZIP: signature, flags, and its name in clear.
function zip(names: string[], flags = 0): Uint8Array {
  return latin1(
    names
      .map(
        (name) =>
          `PK\x03\x04\x14\0${String.fromCharCode(flags)}\0\0\0${"\0".repeat(16)}${String.fromCharCode(name.length)}\0\0\0${name}`,
      )
      .join(""),
  );
}

const ole2 = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
const noise = latin1(
  Array.from({ length: 600 }, (_, i) => String.fromCharCode((i * 73 + (i % 7)) % 256)).join(""),
);

describe("guessContainer", () => {
  it.each([
    ["XLSX", zip(["[Content_Types].xml", "xl/workbook.xml"]), "xlsx"],
    ["XLSX whose sheets come later than the head", zip(["[Content_Types].xml"]), "xlsx"],
    ["XLSM", zip(["[Content_Types].xml", "xl/vbaProject.bin"]), "xlsm"],
    ["XLSB", zip(["[Content_Types].xml", "xl/workbook.bin"]), "xlsb"],
    ["ODS", zip(["mimetypeapplication/vnd.oasis.opendocument.spreadsheet"]), "ods"],
    ["a Word document", zip(["[Content_Types].xml", "word/document.xml"]), "zip"],
    ["a ZIP of other things", zip(["users.csv"]), "zip"],
    ["an empty ZIP", latin1("PK\x05\x06"), "zip"],
    ["XLS", latin1(`${ole2}\0\0`), "xls"],
    ["XLS of Excel 4", latin1("\x09\x04\x06\0"), "xls"],
    ["PDF", utf8("%PDF-1.7\n"), "pdf"],
    ["PNG", latin1("\u0089PNG\r\n\u001a\n"), "image"],
    ["JPEG", latin1("\u00ff\u00d8\u00ff\u00e0"), "image"],
    ["GIF", utf8("GIF89a"), "image"],
    ["gzip", latin1("\x1f\u008b\x08"), "archive"],
    ["7-Zip", latin1("7z\u00bc\u00af\x27\x1c"), "archive"],
    ["RTF", utf8("{\\rtf1\\ansi"), "rtf"],
    ["vCard", utf8("BEGIN:VCARD\r\nVERSION:3.0"), "vcard"],
    ["SQLite", latin1("SQLite format 3\0"), "database"],
    ["UTF-32", latin1("\u00ff\u00fe\0\0a\0\0\0"), "utf-32"],
    ["a web page, as some systems call XLS", utf8("<html><body><table>"), "html"],
    ["a web page in UTF-16 with blanks before it", utf16("\r\n  <!DOCTYPE html>", "le"), "html"],
    ["XML", utf8('<?xml version="1.0"?><Workbook>'), "xml"],
    ["XML without a declaration", utf8("<users><user/></users>"), "xml"],
    ["JSON of objects", utf8('[\n {"email": "a@x.com"}]'), "json"],
    ["a JSON object", utf8('{"users": []}'), "json"],
    ["bytes that are no text", noise, "binary"],
  ])("knows %s", (_, head, container) => {
    expect(guessContainer(head).container).toBe(container);
  });

  it.each([
    ["a CSV", utf8("Email,Full Name\na@x.com,A")],
    ["a CSV in UTF-16", utf16("Email,Full Name\na@x.com,A", "be")],
    ["a CSV in UTF-16 without a byte order mark", utf16("Email,Full Name\na@x.com,A", "le", false)],
    ["a header in angle brackets, as S3's description shows it", utf8("<Username>,<password>[,[<plan>]]")],
    ["a header in square brackets", utf8("[Email],[Full Name]")],
    ["a name that begins like an archive", utf8("PK,Email\n")],
    ["a few NULs", utf8("Email,Full Name\na@x.com,A\0\0\0\n")],
    ["a text of one letter", utf8("a")],
  ])("takes %s for text", (_, head) => {
    expect(guessContainer(head)).toEqual({ container: "csv", encrypted: false });
  });

  it.each([
    [
      "a workbook with a password",
      latin1(ole2 + Array.from("EncryptedPackage", (c) => `${c}\0`).join("")),
      "xls",
    ],
    ["an encrypted ZIP", zip(["users.csv"], 1), "zip"],
  ])("sees that %s is encrypted", (_, head, container) => {
    expect(guessContainer(head)).toEqual({ container, encrypted: true });
  });
});
