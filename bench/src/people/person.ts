/** One made-up person: a name of some country and an address made from it. Knows no files and no accounts. */
import { countries } from "./names";
import type { Random } from "./random";

export interface PersonName {
  full: string;
  /** what an address is made from: ASCII, lower case */
  given: string;
  family: string;
}

/** A name; some have two family names where that is usual. */
export function makeName(random: Random): PersonName {
  const { given, family, double, joint } = random.pick(countries);
  const first = random.pick(given);
  const last = random.pick(family);
  const second = random.chance(double) ? random.pick(family) : last;
  const both = second === last ? last : `${last}${joint}${second}`;
  return { full: `${first} ${both}`, given: toAscii(first), family: toAscii(last) };
}

const letters: Readonly<Record<string, string>> = {
  ø: "o",
  æ: "ae",
  ß: "ss",
  ł: "l",
  ı: "i",
  đ: "d",
};

/** "Łukasz" → "lukasz", "van der Berg" → "vanderberg". */
export function toAscii(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[øæßłıđ]/g, (letter) => letters[letter] ?? "")
    .replace(/[^a-z-]/g, "")
    .replace(/^-+|-+$/g, "");
}
