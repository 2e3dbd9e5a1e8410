"use client";
/** A grid over a list that comes a page at a time: fetches on as the reader goes down, and says so when the list cannot be had. */
import type { DataGridProps } from "@rollcall/ui/data-grid";
import { LazyDataGrid } from "./lazy-data-grid";
import { QueryTrouble } from "./query-trouble";

/** What useInfiniteQuery gives of such a list. */
export interface PagedList<Row> {
  data: { pages: readonly { items: Row[] }[] } | undefined;
  error: unknown;
  isError: boolean;
  isPending: boolean;
  isFetchingNextPage: boolean;
  hasNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

export interface PagedGridProps<Row> extends Omit<
  DataGridProps<Row>,
  "rows" | "loading" | "loadingMore" | "hasMore" | "onEndReached"
> {
  list: PagedList<Row>;
  /** in the sentence that says what could not be had: "list of devices" */
  what: string;
}

export function PagedGrid<Row>({ list, what, ...grid }: PagedGridProps<Row>) {
  const pages = list.data?.pages ?? [];
  if (list.isError && pages.length === 0)
    return <QueryTrouble what={what} error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <LazyDataGrid<Row>
      {...grid}
      rows={pages.flatMap((page) => page.items)}
      loading={list.isPending}
      loadingMore={list.isFetchingNextPage}
      hasMore={list.hasNextPage}
      onEndReached={() => void list.fetchNextPage()}
    />
  );
}
