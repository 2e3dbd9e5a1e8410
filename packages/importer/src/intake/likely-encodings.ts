// Which encodings of one byte a character give better words than Windows-1252. Only ever offered: nothing is read by it.
import type { SingleByteEncoding } from "../model/recognition";
import { windows1252Text } from "./windows-1252";

const others: readonly SingleByteEncoding[] = [
  "windows-1250",
  "windows-1251",
  "iso-8859-2",
  "iso-8859-5",
  "iso-8859-7",
  "macintosh",
];
// A handful of words tells; a file of nothing else must not cost more.
const looksAt = 16 * 1024;
const offeredAtMost = 2;

/** At most two, best first; none when Windows-1252 reads as well as any. */
export function likelyEncodings(bytes: Uint8Array): SingleByteEncoding[] {
  const words = wordsWithHighBytes(bytes);
  if (words.length === 0) return [];
  const usual = oddities(windows1252Text(words));
  const scored = others
    .map((id) => ({ id, odd: oddities(new TextDecoder(id).decode(words)) }))
    .filter(({ odd }) => odd < usual * 0.5)
    .sort((a, b) => a.odd - b.odd);
  const least = scored[0]?.odd ?? 0;
  return scored
    .filter(({ odd }) => odd <= least + 0.5)
    .slice(0, offeredAtMost)
    .map(({ id }) => id);
}

// The words with a byte beyond ASCII in them, parted by spaces.
function wordsWithHighBytes(bytes: Uint8Array): Uint8Array {
  const kept: number[] = [];
  let from = 0;
  for (let at = 0; at <= bytes.length && kept.length < looksAt; at++) {
    const byte = bytes[at] ?? 0x20;
    if (byte >= 0x80 || /[A-Za-z]/u.test(String.fromCharCode(byte))) continue;
    const word = bytes.subarray(from, at);
    // A sign that stands alone (£ before a number, °, –) says nothing of the letters of a language.
    if (word.length > 1 && word.length < 100 && word.some((one) => one >= 0x80)) kept.push(...word, 0x20);
    from = at + 1;
  }
  return Uint8Array.from(kept);
}

// What words seldom have: signs in and at them, capitals after small letters, small scripts mixed, long runs of accents.
function oddities(text: string): number {
  let odd = 0;
  for (const word of text.split(" ")) {
    odd += word.match(/[^\p{L}\p{M}’'-]/gu)?.length ?? 0;
    odd += word.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
    odd += word.match(/[^\p{ASCII}\p{Script=Cyrillic}\p{Script=Greek}]{3,}/gu)?.length ?? 0;
    if (/[\u0401-\u040f\u0452-\u045f\u0490]{2}/u.test(word)) odd++;
    if (/[A-Za-z]/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)) odd += 2;
    if (/^\p{Ll}+\p{Lu}/u.test(word) || /^\p{Ll}\p{Ll}*$/u.test(word)) odd += 0.1;
  }
  return odd;
}
