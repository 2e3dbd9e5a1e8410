"use client";
/**
 * The rows of a list of any length, wherever one looks: pages are asked for when they come into sight, from anywhere in the
 * file. A row that was corrected stays where it is until the list is asked for anew, so nothing jumps under the reader's hand.
 */
import type { ImportRowView } from "@rollcall/accounts";
import { useQueries, useQueryClient, type QueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC, useTRPCClient } from "../../../trpc/client";
import { isFiltered, type RowsView } from "./rows-url";

export const pageRows = 100;

type Filter = Pick<RowsView, "outcomes" | "search" | "cause">;

export interface RowPage {
  page: number;
  rows: ImportRowView[];
  isLast: boolean;
}

export interface RowPages {
  /** undefined while it is on its way */
  rowAt: (index: number) => ImportRowView | undefined;
  /** rows of the list, as far as that is known */
  count: number;
  /** false while only a part of the list has been counted */
  counted: boolean;
  /** nothing is there yet */
  loading: boolean;
  error: unknown;
  retry: () => void;
  /** the row numbers of a stretch of the list, asked for where they are not there */
  numbersOf: (first: number, last: number) => Promise<number[]>;
}

export interface RowPagesInput {
  importId: string;
  filter: Filter;
  /** rows that the filter finds; null when nobody counted them */
  total: number | null;
  /** in sight */
  first: number;
  last: number;
  /** where somebody stands */
  active: number;
}

/** Moving fast over many pages asks for none of them. */
const restMs = 60;

export function useRowPages(input: RowPagesInput): RowPages {
  const { importId, filter, total } = input;
  const queries = useQueryClient();
  const load = usePageLoader(importId, filter);
  const wanted = useRested(`${pageOf(input.first)} ${pageOf(input.last)}`);
  const [from = 0, to = 0] = wanted.split(" ").map(Number);
  const lastPage = total === null ? Infinity : Math.max(0, pageOf(total - 1));
  const pages = new Set<number>([Math.min(pageOf(input.active), lastPage)]);
  for (let page = Math.max(0, from); page <= Math.min(to, lastPage); page += 1) pages.add(page);
  const found = useQueries({
    queries: [...pages].sort((one, other) => one - other).map((page) => load(page)),
    combine: combinePages,
  });
  const known = knownCount(queries, load, found.pages);
  return {
    rowAt: (index) => found.pages.get(pageOf(index))?.rows[index % pageRows],
    count: total ?? known.count,
    counted: total !== null || known.whole,
    loading: found.loading && found.pages.size === 0,
    error: found.pages.size === 0 ? found.error : null,
    retry: found.retry,
    numbersOf: async (first, last) => {
      const rows: ImportRowView[] = [];
      for (let page = pageOf(first); page <= pageOf(last); page += 1)
        rows.push(...(await queries.query(load(page))).rows);
      const skipped = pageOf(first) * pageRows;
      return rows.slice(first - skipped, last + 1 - skipped).map((row) => row.rowNo);
    },
  };
}

function pageOf(index: number): number {
  return Math.floor(Math.max(0, index) / pageRows);
}

/** Options of the query of one page. Without a filter a row's number is its place; else a page begins after the one before. */
function usePageLoader(importId: string, filter: Filter) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const search = filter.search.trim();
  const key = [filter.outcomes.join(), search, filter.cause ?? ""].join("\u0000");
  const filtered = isFiltered({ ...filter, search, row: null, column: null });
  // The server knows the place of a row among those of one outcome or of one cause.
  const placed = search === "" && filter.outcomes.length + (filter.cause === null ? 0 : 1) === 1;
  const asked = { importId, outcomes: filter.outcomes, search, problemCode: filter.cause };
  const load = (page: number) => ({
    queryKey: [...trpc.imports.rows.pathKey(), "sheet", importId, key, page],
    staleTime: Infinity,
    gcTime: 120_000,
    queryFn: async (): Promise<RowPage> => {
      const before = page === 0 ? undefined : queries.getQueryData<RowPage>(load(page - 1).queryKey);
      const jumps = filtered && placed && page > 0 && before === undefined;
      const after = jumps ? 0 : filtered ? await startOf(page, queries, load) : page * pageRows;
      if (after === null) return { page, rows: [], isLast: true };
      const rows: ImportRowView[] = [];
      let next = after;
      // A page may come back short while there is more: the server looks for a moment only.
      while (rows.length < pageRows) {
        const at = jumps && rows.length === 0 ? { position: page * pageRows } : {};
        const limit = pageRows - rows.length;
        const found = await client.imports.rows.query({ ...asked, after: next, limit, ...at });
        rows.push(...found.rows);
        if (found.nextCursor === null) return { page, rows, isLast: true };
        next = found.nextCursor;
      }
      return { page, rows, isLast: false };
    },
  });
  return load;
}

type Load = (page: number) => { queryKey: readonly unknown[]; queryFn: () => Promise<RowPage> };

/** The row number after which a page of a filtered list begins; null when the list ends before it. */
async function startOf(page: number, queries: QueryClient, load: Load): Promise<number | null> {
  let first = page;
  while (first > 0 && queries.getQueryData(load(first - 1).queryKey) === undefined) first -= 1;
  let after: number | null = 0;
  for (let at = Math.max(0, first - 1); at < page; at += 1) {
    const before: RowPage = await queries.query({ ...load(at), staleTime: Infinity });
    if (before.isLast) return null;
    after = before.rows.at(-1)?.rowNo ?? null;
  }
  return after;
}

interface Found {
  pages: Map<number, RowPage>;
  loading: boolean;
  error: unknown;
  retry: () => void;
}

function combinePages(results: UseQueryResult<RowPage>[]): Found {
  return {
    pages: new Map(results.flatMap(({ data }) => (data === undefined ? [] : [[data.page, data]]))),
    loading: results.some((result) => result.isPending),
    error: results.find((result) => result.isError)?.error ?? null,
    retry: () => results.forEach((result) => void (result.isError ? result.refetch() : undefined)),
  };
}

/** Of a list that nobody counted: what has been seen of it, and whether that is all. */
function knownCount(
  queries: QueryClient,
  load: Load,
  found: Map<number, RowPage>,
): { count: number; whole: boolean } {
  let last = Math.max(-1, ...found.keys());
  let page = found.get(last);
  while (page !== undefined && !page.isLast) {
    const next = queries.getQueryData<RowPage>(load(last + 1).queryKey);
    if (next === undefined) break;
    page = next;
    last += 1;
  }
  if (page === undefined) return { count: 0, whole: false };
  // One page more than was seen, so that one can move on to it.
  const count = last * pageRows + page.rows.length;
  return page.isLast ? { count, whole: true } : { count: count + pageRows, whole: false };
}

/** The value once it has not changed for a moment; the first at once. */
function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    if (value === rested) return;
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value, rested]);
  return rested;
}
