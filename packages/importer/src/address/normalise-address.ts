// Puts an address into one Unicode form without judging it: normalise first, then validate. It knows no rule of mail.
import { isAscii } from "./is-ascii";

const ignorable = /\p{Default_Ignorable_Code_Point}+/gu;

/**
 * The text trimmed, in NFKC and without the code points that are meant to be invisible (zero-width characters, direction
 * marks, soft hyphens): what Unicode calls NFKC_Casefold, but for the case, which is kept as typed.
 */
export function normaliseAddress(text: string): string {
  if (isAscii(text)) return text.trim();
  return text.normalize("NFKC").replace(ignorable, "").normalize("NFKC").trim();
}

/** Whether the text holds characters that cannot be seen. */
export function hasInvisible(text: string): boolean {
  return !isAscii(text) && /\p{Default_Ignorable_Code_Point}/u.test(text);
}
