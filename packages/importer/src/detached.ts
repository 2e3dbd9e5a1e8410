// Texts that outlive the piece of a file that they were cut from. Nothing else.

/** The same text in memory of its own: the engine keeps the whole of what a text was cut from for as long as the cut. */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
