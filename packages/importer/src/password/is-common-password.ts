// Whether a password is among those that everyone who guesses tries first. It knows no policy.
import { commonEndings, commonSigns, commonWalks, commonWords } from "./common-passwords";

const shortest = 8;
// No word with its tail is longer, and nobody guesses longer repetitions first.
const longest = 64;
const longestEnding = 10;
const longestSigns = 5;
const longestTail = 1 + longestEnding + longestSigns;

const leet: Record<string, string> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  "5": "s",
  $: "s",
  "7": "t",
};
const leetSigns = /[@$!013457]/gu;
// What no word is written with, not even in "leet": most passwords are answered by it.
const notInWords = /[^\p{L}\d@$!]/u;
const row = "abcdefghijklmnopqrstuvwxyz";
const rows = [row, "01234567890123456789", "qwertyuiop", "asdfghjkl", "zxcvbnm"].flatMap((text) => [
  text,
  reversed(text),
]);

/**
 * True for common passwords of at least 8 characters: a common word, name or walk over the keyboard, once or several times
 * over, with a common ending and signs, in any case and in "leet"; one short piece repeated; letters or digits in order.
 */
export function isCommonPassword(password: string): boolean {
  if (password.length < shortest || password.length > longest) return false;
  const lower = password.toLowerCase();
  if (commonWalks.has(lower) || isRepeated(lower) || isInOrder(lower)) return true;
  return isTwoEndings(lower) || isWordAndTail(lower);
}

// Digits alone are passwords too: one ending, or one after the other.
function isTwoEndings(text: string): boolean {
  if (text.length > 2 * longestEnding) return false;
  for (let at = text.length - longestEnding; at <= longestEnding; at++)
    if (commonEndings.has(text.slice(0, Math.max(0, at))) && commonEndings.has(text.slice(Math.max(0, at))))
      return true;
  return false;
}

// A word leaves no more behind it than one tail: the few places where it may end are tried.
function isWordAndTail(text: string): boolean {
  const plain = text.replace(leetSigns, (sign) => leet[sign] ?? sign);
  const stop = text.search(notInWords);
  const last = stop < 0 ? text.length : stop;
  for (let end = Math.max(1, text.length - longestTail); end <= last; end++)
    if ((isWord(text.slice(0, end)) || isWord(plain.slice(0, end))) && isTail(text.slice(end))) return true;
  return false;
}

function isWord(text: string): boolean {
  if (commonWords.has(text)) return true;
  const half = text.slice(0, text.length / 2);
  return half + half === text && commonWords.has(half);
}

// A sign or none, an ending, signs or none.
function isTail(text: string): boolean {
  for (let end = text.length; end >= 0 && end >= text.length - longestSigns; end--)
    if (commonSigns.has(text.slice(end)) && [0, 1].some((from) => isSignedEnding(text.slice(0, end), from)))
      return true;
  return false;
}

function isSignedEnding(text: string, from: number): boolean {
  return commonSigns.has(text.slice(0, from)) && commonEndings.has(text.slice(from));
}

function isRepeated(text: string): boolean {
  const piece = unit(text);
  return (
    piece.length < text.length &&
    (piece.length <= 4 || [commonWords, commonWalks, commonEndings].some((known) => known.has(piece)))
  );
}

// The shortest piece of which the text is a repetition: "abcabc" → "abc".
function unit(text: string): string {
  const length = (text + text).indexOf(text, 1);
  return text.slice(0, length);
}

// Nothing but the letters or digits of one row, in their order.
function isInOrder(text: string): boolean {
  return rows.some((order) => order.includes(text));
}

function reversed(text: string): string {
  return Array.from(text).reverse().join("");
}
