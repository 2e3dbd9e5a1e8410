// Whether a password is among those that everyone who guesses tries first. It knows no policy.
import { commonEndings, commonSigns, commonWalks, commonWords } from "./common-passwords";

const shortest = 8;
// The longest word, two signs and the longest ending: nothing longer can be made of the lists, but by repeating.
const longest = 64;

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
  return isTwoEndings(lower) || isWordAndEnding(lower);
}

// Digits alone are passwords too: one ending, or one after the other.
function isTwoEndings(text: string): boolean {
  return cutsBehind(text, commonEndings, 10).some((rest) => commonEndings.has(rest));
}

// The end is taken apart from behind: signs, an ending, signs, and what is left must be a word.
function isWordAndEnding(text: string): boolean {
  for (const end of cutsBehind(text, commonSigns, 5))
    for (const middle of cutsBehind(end, commonEndings, 10))
      for (const word of cutsBehind(middle, commonSigns, 1)) if (isWord(word)) return true;
  return false;
}

// The text without each of the tails that it ends in.
function cutsBehind(text: string, tails: ReadonlySet<string>, longestTail: number): string[] {
  const cuts: string[] = [];
  for (let length = 0; length <= longestTail && length < text.length; length++)
    if (tails.has(text.slice(text.length - length))) cuts.push(text.slice(0, text.length - length));
  return cuts;
}

function isWord(text: string): boolean {
  const plain = text.replace(/[@$!013457]/gu, (sign) => leet[sign] ?? sign);
  return [text, plain].some((word) => commonWords.has(word) || commonWords.has(unit(word)));
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
