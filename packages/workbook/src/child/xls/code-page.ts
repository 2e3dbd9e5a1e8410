// The code page in which an XLS of Excel 5 and 95 writes its text.
import { unsupported } from "../fault";
import { dosCodePages } from "./dos-code-pages";

/** What TextDecoder calls them; 1252 where nothing is said. */
const encodings: Readonly<Record<number, string>> = {
  367: "windows-1252",
  866: "ibm866",
  874: "windows-874",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  1250: "windows-1250",
  1251: "windows-1251",
  1252: "windows-1252",
  1253: "windows-1253",
  1254: "windows-1254",
  1255: "windows-1255",
  1256: "windows-1256",
  1257: "windows-1257",
  1258: "windows-1258",
  1200: "utf-16le",
  10_000: "macintosh",
  10_007: "x-mac-cyrillic",
  32_768: "macintosh",
  32_769: "windows-1252",
  65_001: "utf-8",
};

/** A function that decodes bytes of this code page; a page nobody knows is refused rather than guessed. */
export function codePageDecoder(page: number): (bytes: Uint8Array) => string {
  const upper = dosCodePages[page];
  if (upper !== undefined)
    return (bytes) =>
      Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : upper.charAt(byte - 128))).join(
        "",
      );
  const encoding = encodings[page];
  if (encoding === undefined) throw unsupported(`an older Excel workbook (XLS) in code page ${page}`);
  const decoder = new TextDecoder(encoding);
  return (bytes) => decoder.decode(bytes);
}
