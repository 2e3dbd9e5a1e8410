// Reads a field through what a mapping says of its values and defaults. It knows no columns.
import type { Mapping } from "../model/mapping";
import type { Row } from "../model/row";

/** The value that the mapping gives for the cell's, compared without case; its default where the cell is empty or absent. */
export function mappedReader(
  read: (row: Row) => string | null,
  key: string,
  mapping: Pick<Mapping, "values" | "defaults">,
): (row: Row) => string | null {
  const values = new Map(
    Object.entries(mapping.values?.[key] ?? {}).map(([from, to]) => [from.trim().toLowerCase(), to]),
  );
  const fallback = mapping.defaults?.[key] ?? null;
  if (values.size === 0 && fallback === null) return read;
  return (row) => {
    const text = read(row);
    if (text === null || text === "") return fallback ?? text;
    return values.get(text.toLowerCase()) ?? text;
  };
}
