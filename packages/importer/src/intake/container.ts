// What a file is, by its content and never by its name: a table as text, or something that must be told from one.
// It opens nothing; it only looks at the first bytes.
import type { ContainerId } from "../model/recognition";

/** A container, and whether its first bytes show that it is encrypted. */
export interface ContainerGuess {
  container: ContainerId;
  encrypted: boolean;
}

const magics: readonly (readonly [ContainerId, readonly number[] | string])[] = [
  ["pdf", "%PDF-"],
  ["image", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
  ["image", [0xff, 0xd8, 0xff]],
  ["image", "GIF8"],
  ["image", [0x49, 0x49, 0x2a, 0x00]],
  ["image", [0x4d, 0x4d, 0x00, 0x2a]],
  ["archive", [0x1f, 0x8b]],
  ["archive", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["archive", "Rar!\u001a"],
  ["archive", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ["archive", [0x28, 0xb5, 0x2f, 0xfd]],
  ["archive", "BZh9"],
  ["rtf", "{\\rtf"],
  ["vcard", "BEGIN:VCARD"],
  ["database", "SQLite format 3\0"],
  // An .xls of Excel 2 to 4: a stream of records without an OLE2 file around it.
  ["xls", [0x09, 0x08, 0x08, 0x00]],
  ["xls", [0x09, 0x04, 0x06, 0x00]],
  ["xls", [0x09, 0x02, 0x06, 0x00]],
  ["utf-32", [0xff, 0xfe, 0x00, 0x00]],
  ["utf-32", [0x00, 0x00, 0xfe, 0xff]],
];
const zip = [0x50, 0x4b, 0x03, 0x04];
const emptyZip = [0x50, 0x4b, 0x05, 0x06];
const ole2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Looks at the first bytes (64 KiB are plenty). Whatever is nothing else is `csv`. */
export function guessContainer(head: Uint8Array): ContainerGuess {
  if (startsWith(head, zip) || startsWith(head, emptyZip)) return zipKind(head);
  if (startsWith(head, ole2)) {
    // A workbook with a password to open it is an OLE2 file with one entry of this name (MS-OFFCRYPTO, 2.3.4).
    return { container: "xls", encrypted: includes(head, utf16("EncryptedPackage")) };
  }
  for (const [container, magic] of magics)
    if (startsWith(head, typeof magic === "string" ? codes(magic) : magic))
      return { container, encrypted: false };
  return { container: textKind(head), encrypted: false };
}

function zipKind(head: Uint8Array): ContainerGuess {
  // Bit 0 of the general purpose flag of the first entry (APPNOTE 4.4.4).
  const encrypted = ((head[6] ?? 0) & 1) === 1;
  return { container: zipContainer(head), encrypted };
}

// The names of a ZIP's entries stand in clear before each entry; those that matter come first in nearly every workbook.
function zipContainer(head: Uint8Array): ContainerId {
  if (includes(head, codes("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"))) return "ods";
  if (includes(head, codes("xl/workbook.bin"))) return "xlsb";
  if (includes(head, codes("xl/vbaProject.bin"))) return "xlsm";
  return includes(head, codes("xl/")) || includes(head, codes("[Content_Types].xml"))
    ? officeKind(head)
    : "zip";
}

function officeKind(head: Uint8Array): ContainerId {
  return includes(head, codes("word/")) || includes(head, codes("ppt/")) ? "zip" : "xlsx";
}

function textKind(head: Uint8Array): ContainerId {
  const start = firstText(head);
  if (/^<(?:!doctype html|html|head|body|table|meta|div)\b/u.test(start)) return "html";
  if (start.startsWith("<?xml") || isMarkup(start)) return "xml";
  if (/^(?:\{\s*"[^"]*"\s*:|\[\s*(?:\{|\[))/u.test(start)) return "json";
  return isBinary(head) ? "binary" : "csv";
}

// A tag at the start and an end tag after it; a header like `<Username>,<password>` has none.
function isMarkup(start: string): boolean {
  return /^<[a-z][a-z0-9:]*(?:\s[^<>]*)?>/u.test(start) && start.includes("</");
}

// The first characters in lower case, whatever of the readable encodings they are in.
function firstText(head: Uint8Array): string {
  let text = "";
  for (const byte of head.subarray(0, 1024)) if (byte > 0 && byte < 0x7f) text += String.fromCharCode(byte);
  return text.trimStart().toLowerCase();
}

// One control character in twenty is no text, unless NULs take turns with letters, as they do in UTF-16.
function isBinary(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  const end = Math.min(head.length, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i++) {
    const byte = head[i] ?? 0;
    if (byte >= 32 || (byte >= 9 && byte <= 13)) continue;
    if ((i & 1) === 0) even++;
    else odd++;
  }
  const least = Math.max(16, end * 0.05);
  return even + odd > least && Math.min(even, odd) > Math.max(even, odd) * 0.2;
}

function startsWith(head: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => head[i] === byte);
}

function includes(head: Uint8Array, needle: readonly number[]): boolean {
  const first = needle[0] ?? 0;
  for (let at = head.indexOf(first); at >= 0; at = head.indexOf(first, at + 1))
    if (needle.every((byte, i) => head[at + i] === byte)) return true;
  return false;
}

function codes(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function utf16(text: string): readonly number[] {
  return Array.from(text).flatMap((character) => [character.charCodeAt(0), 0]);
}
