/** Which existing name was probably meant by a new one. Compares as names are compared; knows nothing of what they name. */
import { nameKey } from "@rollcall/importer";

/** Letters that may be wrong, by the length of the name: a short one is near to too many. */
const mostWrong = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** The existing name with the fewest letters inserted, deleted, replaced or swapped; null when none is near. */
export function nearestName(name: string, existing: readonly string[]): string | null {
  const key = nameKey(name);
  let least = mostWrong(key.length) + 1;
  let nearest: string | null = null;
  for (const candidate of existing) {
    const other = nameKey(candidate);
    if (Math.abs(other.length - key.length) >= least) continue;
    const wrong = wrongLetters(key, other);
    if (wrong < least) [least, nearest] = [wrong, candidate];
  }
  return nearest;
}

/** Optimal string alignment. */
function wrongLetters(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const at = (back: number, column: number): number => rows[i - back]?.[column] ?? Infinity;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1;
      row[j] = Math.min(
        at(1, j) + 1,
        (row[j - 1] ?? Infinity) + 1,
        at(1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped ? at(2, j - 2) + 1 : Infinity,
      );
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? Infinity;
}
