/** Ids are strings at the border and bigints inside. */

const digits = /^[1-9]\d{0,18}$/;
const largest = 9_223_372_036_854_775_807n;

/** Null for what cannot be the id of any row. */
export function parseId(text: string): bigint | null {
  if (!digits.test(text)) return null;
  const id = BigInt(text);
  return id <= largest ? id : null;
}

/** Distinct ids in the order given; what is no id is left out. */
export function parseIds(texts: readonly string[]): bigint[] {
  return [...new Set(texts.flatMap((text) => parseId(text) ?? []))];
}
