/** A search as the words that the database's search_words makes of names and addresses: same folding, letters and digits only. */

/** Letters that NFKD leaves whole; search_words in the migrations has the same. */
const folded: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", ı: "i", ð: "d", ß: "ss", æ: "ae" };
const most = 8;

/** Null when there is nothing to search for; an empty list when nothing can match. */
export function searchWords(search: string | undefined): string[] | null {
  if (search === undefined || search.trim() === "") return null;
  const plain = search
    .slice(0, 400)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[øłđıðßæ]/g, (letter) => folded[letter] ?? letter);
  const words = plain.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== "");
  return [...new Set(words)].slice(0, most);
}
