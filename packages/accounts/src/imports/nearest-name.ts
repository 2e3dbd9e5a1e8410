/** Which existing name was probably meant by a new one. Compares as names are compared; knows nothing of what they name. */
import { nameKey, nearestText } from "@rollcall/importer";

/** Letters that may be wrong, by the length of the name: a short one is near to too many. */
const mostWrong = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** The existing name with the fewest letters inserted, deleted, replaced or swapped; null when none is near. */
export function nearestName(name: string, existing: readonly string[]): string | null {
  const key = nameKey(name);
  const keys = existing.map(nameKey);
  const near = nearestText(key, keys, mostWrong(key.length));
  return near === null ? null : (existing[keys.indexOf(near)] ?? null);
}
