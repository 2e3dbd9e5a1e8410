// Puts in the place of a row's cells what a mapping says of their values and defaults. What the cells mean, it does not know.
import { flatKey } from "../model/flat-key";
import type { Mapping } from "../model/mapping";
import type { ColumnMatch } from "../model/recognition";
import { keyOfTarget } from "./targets";

type Said = Pick<Mapping, "values" | "defaults">;

interface MappedColumn {
  index: number;
  values: ReadonlyMap<string, string>;
  /** Of the first column of a field: what it holds where all its columns are empty. */
  fallback: string | null;
  all: readonly number[];
}

/** The cells as the mapping would have them; null when it says nothing of any column. Values are compared without case. */
export function cellMapper(
  columns: readonly ColumnMatch[],
  mapping: Said,
): ((cells: readonly string[]) => string[]) | null {
  const mapped = mappedColumns(columns, mapping);
  if (mapped.length === 0) return null;
  return (cells) => {
    const made = cells.slice();
    for (const { index, values } of mapped) {
      const to = values.get(keyOfValue(cells[index] ?? ""));
      if (to !== undefined) put(made, index, to);
    }
    for (const { index, fallback, all } of mapped)
      if (fallback !== null && all.every((at) => (made[at] ?? "").trim() === "")) put(made, index, fallback);
    return made;
  };
}

/** What the mapping gives to every row, by flat key. */
export function defaultsOf(mapping: Said | null | undefined): ReadonlyMap<string, string> {
  const defaults = new Map<string, string>();
  for (const [key, value] of Object.entries(mapping?.defaults ?? {}))
    if (value !== undefined) defaults.set(keyOfTarget(key), value);
  return defaults;
}

function mappedColumns(columns: readonly ColumnMatch[], mapping: Said): MappedColumn[] {
  const defaults = defaultsOf(mapping);
  const values = new Map<string, Map<string, string>>();
  for (const [key, said] of Object.entries(mapping.values ?? {}))
    values.set(
      keyOfTarget(key),
      new Map(Object.entries(said ?? {}).map(([from, to]) => [keyOfValue(from), to])),
    );
  const positions = new Map<string, number[]>();
  for (const { index, field, part } of columns)
    if (field !== null)
      positions.set(flatKey(field, part), [...(positions.get(flatKey(field, part)) ?? []), index]);
  return columns.flatMap(({ index, field, part }) => {
    if (field === null) return [];
    const key = flatKey(field, part);
    const all = positions.get(key) ?? [];
    const fallback = all[0] === index ? (defaults.get(key) ?? null) : null;
    const own = values.get(key) ?? new Map<string, string>();
    return own.size === 0 && fallback === null ? [] : [{ index, values: own, fallback, all }];
  });
}

function put(cells: string[], index: number, value: string): void {
  while (cells.length < index) cells.push("");
  cells[index] = value;
}

function keyOfValue(text: string): string {
  return text.trim().toLowerCase();
}
