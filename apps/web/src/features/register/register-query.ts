/** A short list (plans, attributes, domains, policies) as an address: what is searched, and which entry is open. Pure. */
import { idOf, searchOf, writeParams } from "../pieces/params";
import type { UrlCodec } from "../pieces/use-url-state";

export interface RegisterQuery {
  search: string;
  /** the entry whose form is open, "new" for one that is being made; null: the list alone */
  open: string | null;
}

export const registerQuery: UrlCodec<RegisterQuery> = {
  parse: (params) => {
    const open = params.get("open");
    return { search: searchOf(params.get("search")), open: open === "new" ? "new" : (idOf(open) ?? null) };
  },
  write: ({ search, open }) => writeParams({ search, open }),
};

/** The rows that hold every word, whatever its case, in any of their texts. */
export function matching<Row>(
  rows: readonly Row[],
  search: string,
  texts: (row: Row) => readonly string[],
): Row[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = texts(row).join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
