// How long a text is for people. Nothing else.

// Below every limit of a text: one of fewer UTF-16 units breaks none, whatever it is made of.
const belowLimits = 64;

/** Code points of the text; the cheap count where no limit can tell the difference. */
export function lengthOf(text: string): number {
  if (text.length <= belowLimits) return text.length;
  let length = 0;
  for (const _ of text) length++;
  return length;
}
