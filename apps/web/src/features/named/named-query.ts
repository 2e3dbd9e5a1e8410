/** The list of groups or departments as an address: search and order. Pure. */
import { oneOf, searchOf, writeParams } from "../pieces/params";
import type { UrlCodec } from "../pieces/use-url-state";

export interface NamedQuery {
  search: string;
  sort: "name" | "members";
}

export const namedQuery: UrlCodec<NamedQuery> = {
  parse: (params) => ({
    search: searchOf(params.get("search")),
    sort: oneOf(params.get("sort"), ["name", "members"]) ?? "name",
  }),
  write: ({ search, sort }) => writeParams({ search, sort: sort === "name" ? null : sort }),
};

export function namedInput({ search, sort }: NamedQuery) {
  const words = search.trim();
  return { limit: 100, sort, ...(words === "" ? {} : { search: words }) };
}
