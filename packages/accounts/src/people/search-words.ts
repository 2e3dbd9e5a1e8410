/** A search as the words that the database's search_words makes of names and addresses: same folding, so that what
 * one finds the other has. */

import { withoutControls } from "./check-fields";

/** What search_words in the migrations folds besides case and combining accents. */
const folded: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", ı: "i", ð: "d", ß: "ss", æ: "ae" };
/** What it takes for a blank; the second half only where a text is not ASCII, which a name with one of these is not. */
const separators = /[\s.,;:!?@\-_+'"`/\\()[\]{}<>&#%=~*|’‘´–—“”„«»…·]+/u;
const most = 8;

/** Null when there is nothing to search for; an empty list when nothing can match. */
export function searchWords(search: string | undefined): string[] | null {
  if (search === undefined || search.trim() === "") return null;
  const plain = withoutControls(search)
    .slice(0, 400)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[øłđıðßæ]/g, (letter) => folded[letter] ?? letter);
  const words = plain.split(separators).filter((word) => word !== "");
  return [...new Set(words)].slice(0, most);
}
