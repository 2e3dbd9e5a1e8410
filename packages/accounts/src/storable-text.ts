/**
 * Which text PostgreSQL cannot keep: U+0000, and halves of surrogate pairs. Whatever comes from outside is asked this once, at
 * the border (tRPC, route handlers), not by every use case.
 */

// A whole pair is one character here: only halves are of the class Cs.
const unstorable = /[\0\p{Cs}]/u;

/** Whether every text within `value` (arrays and plain objects, keys too) can be stored as it is. */
export function isStorable(value: unknown): boolean {
  if (typeof value === "string") return !unstorable.test(value);
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value !== "object" || value === null) return true;
  if (value instanceof Map) return isStorable([...value]);
  if (value instanceof Set) return isStorable([...value]);
  return Object.entries(value).every(([key, one]) => isStorable(key) && isStorable(one));
}

/** For the `invalid` refusal of what is not. */
export const unstorableWords =
  "The text holds a character that cannot be kept. Remove what was pasted, or type it.";
