// Which encoding a file is in, from its first bytes. It decodes nothing.
import type { EncodingId } from "../model/recognition";

/** What the first bytes say about the encoding. */
export interface EncodingGuess {
  encoding: EncodingId;
  /** Bytes of the byte order mark, 0 when there is none. */
  bom: number;
}

/** The names of the encodings, for people. */
export const encodingNames: Record<EncodingId, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "windows-1252": "Windows-1252",
  "windows-1250": "Windows-1250 (Central European)",
  "windows-1251": "Windows-1251 (Cyrillic)",
  "iso-8859-2": "ISO-8859-2 (Central European)",
  "iso-8859-5": "ISO-8859-5 (Cyrillic)",
  "iso-8859-7": "ISO-8859-7 (Greek)",
  "iso-8859-9": "ISO-8859-9 (Turkish)",
  "iso-8859-15": "ISO-8859-15 (Western, with €)",
  macintosh: "Mac Roman",
};

/** Every encoding that can be read, in the order in which they are offered. */
export const encodingIds = Object.keys(encodingNames) as readonly EncodingId[];

/** Bytes of the byte order mark of each, where it has one. */
export const bomLengths: Partial<Record<EncodingId, number>> = { "utf-8": 3, "utf-16le": 2, "utf-16be": 2 };

/**
 * A byte order mark decides, then the person's choice, then the pattern of NUL bytes that UTF-16 makes of Latin letters;
 * everything else is UTF-8 until a byte proves that it is not.
 */
export function guessEncoding(head: Uint8Array, chosen: EncodingId | undefined): EncodingGuess {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", bom: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", bom: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", bom: 2 };
  return { encoding: chosen ?? guessByNuls(head), bom: 0 };
}

// Of the first 128 bytes at least two in five odd (or even) ones are NUL and nearly none of the others: a header in Latin
// letters looks like this in UTF-16, whatever the rows below it are written in, and stray NULs in UTF-8 never do.
function guessByNuls(head: Uint8Array): EncodingId {
  const end = Math.min(head.length, 128) & ~1;
  if (end < 4) return "utf-8";
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const pairs = end / 2;
  if (odd / pairs > 0.4 && even / pairs < 0.05) return "utf-16le";
  if (even / pairs > 0.4 && odd / pairs < 0.05) return "utf-16be";
  return "utf-8";
}
