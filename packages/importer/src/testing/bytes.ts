// Bytes for tests: texts in every encoding, and sources that cut them as a test wants.

/** UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** UTF-16, with a byte order mark or without. Halves of surrogate pairs stay what they are. */
export function utf16(text: string, order: "le" | "be", bom = true): Uint8Array {
  const all = bom ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(all.length * 2);
  for (let i = 0; i < all.length; i++) {
    const unit = all.charCodeAt(i);
    bytes[2 * i + (order === "le" ? 0 : 1)] = unit & 0xff;
    bytes[2 * i + (order === "le" ? 1 : 0)] = unit >> 8;
  }
  return bytes;
}

/** One byte a character, U+0000 to U+00FF: what Windows-1252 and Latin-1 agree on, and any byte at all. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** A source that gives the pieces one by one. */
export async function* sourceOf(...pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    await Promise.resolve();
    yield piece;
  }
}

/** A source that gives the bytes so many at a time. */
export async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) {
    await Promise.resolve();
    yield bytes.subarray(at, at + length);
  }
}

/** The bytes cut at the positions. */
export function cutAt(bytes: Uint8Array, positions: readonly number[]): Uint8Array[] {
  const sorted = positions.map((position) => position % (bytes.length + 1)).sort((a, b) => a - b);
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const to of [...sorted, bytes.length]) {
    pieces.push(bytes.subarray(from, to));
    from = to;
  }
  return pieces;
}
