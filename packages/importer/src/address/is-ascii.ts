// Whether a text is ASCII: the short cut before everything that only Unicode needs.

/** True when every character is below U+0080. */
export function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}
