// Cuts a text without cutting a letter in two: half of a surrogate pair is no text, and a database refuses it.

/** The first `units` UTF-16 units of the text, one fewer where that would leave half of a pair at the end. */
export function startOfText(text: string, units: number): string {
  const last = text.charCodeAt(units - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff && units < text.length;
  return text.slice(0, isHalf ? units - 1 : units);
}
