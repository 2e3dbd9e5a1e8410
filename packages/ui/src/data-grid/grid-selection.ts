// Which rows are selected after a press. Pure; keys are the rows' own, in the order they are shown.

/** The selection with `key` added or taken away. */
export function toggleKey(selection: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(selection);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** The selection with every row between two indices (both included, in either order) added. */
export function addRange(
  selection: ReadonlySet<string>,
  keys: readonly string[],
  from: number,
  to: number,
): Set<string> {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const next = new Set(selection);
  for (const key of keys.slice(Math.max(0, first), last + 1)) next.add(key);
  return next;
}

export type HeadState = "none" | "some" | "all";

/** What the box in the head shows for the rows at hand. */
export function headState(selection: ReadonlySet<string>, keys: readonly string[], all: boolean): HeadState {
  if (all) return "all";
  if (selection.size === 0) return "none";
  return keys.length > 0 && keys.every((key) => selection.has(key)) ? "all" : "some";
}
