// Puts an address into one Unicode form without judging it: normalise first, then validate. It knows no rule of mail.
import { isAscii } from "./is-ascii";

const ignorable = /\p{Default_Ignorable_Code_Point}+/gu;

/**
 * The text trimmed, in NFKC and without the code points that are meant to be invisible (zero-width characters, direction
 * marks, soft hyphens): what Unicode calls NFKC_Casefold, but for the case, which is kept as typed. The ideographic full stop
 * of a domain is written as the dot that IDNA takes it for (UTS 46).
 */
export function normaliseAddress(text: string): string {
  if (isAscii(text)) return text.trim();
  const normal = text.normalize("NFKC").replace(ignorable, "").normalize("NFKC").trim();
  const at = normal.lastIndexOf("@") + 1;
  return normal.slice(0, at) + normal.slice(at).replaceAll("\u3002", ".");
}

/** Whether the text holds characters that cannot be seen. */
export function hasInvisible(text: string): boolean {
  return !isAscii(text) && /\p{Default_Ignorable_Code_Point}/u.test(text);
}
