// How long a text is for people. Nothing else.

/** Code points of the text; the cheap count where there can be no difference. */
export function lengthOf(text: string): number {
  if (text.length <= 200) return text.length;
  let length = 0;
  for (const _ of text) length++;
  return length;
}
