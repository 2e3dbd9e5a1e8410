/** Reading and writing the query of an address, one value at a time. Pure. */

/** A page's searchParams as the browser would have them; of a repeated name the first counts. */
export function toSearchParams(params: Record<string, string | string[] | undefined>): URLSearchParams {
  const result = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) result.set(name, first);
  }
  return result;
}

/** The value when it is one of `known`, else undefined. */
export function oneOf<const Known extends string>(
  value: string | null,
  known: readonly Known[],
): Known | undefined {
  return known.find((entry) => entry === value);
}

/** The value when it is an id of the database, else undefined. */
export function idOf(value: string | null): string | undefined {
  return value !== null && /^\d{1,19}$/.test(value) ? value : undefined;
}

/** White space around is not part of a search; too long a one is cut. */
export function searchOf(value: string | null): string {
  return (value ?? "").slice(0, 200);
}

/** Only what was given, in the order given. */
export function writeParams(values: Record<string, string | null | undefined>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== "") params.set(name, value);
  }
  return params;
}

/** Where the page after this one begins; for lists by keyset. */
export function nextCursor(page: { nextCursor: string | null }): string | null {
  return page.nextCursor;
}
