"use client";
/** The rows of an import as far as they have been asked for, page by page in the order of the file. */
import type { ImportRowView } from "@rollcall/accounts";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "../../../trpc/client";
import type { RowsView } from "./rows-url";

const pageRows = 120;

export interface ImportRows {
  rows: ImportRowView[];
  hasMore: boolean;
  loading: boolean;
  loadingMore: boolean;
  /** what is shown belongs to the filter before; the new rows are on their way */
  stale: boolean;
  more: () => void;
  error: unknown;
  retry: () => void;
}

/** `after`: the row number after which the list begins. */
export function useImportRows(importId: string, view: RowsView, after: number): ImportRows {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.imports.rows.infiniteQueryOptions(
      {
        importId,
        outcomes: view.outcomes,
        search: view.search.trim(),
        problemCode: view.cause,
        after,
        limit: pageRows,
      },
      {
        getNextPageParam: (page) => page.nextCursor,
        placeholderData: keepPreviousData,
        staleTime: 60_000,
      },
    ),
  );
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  return {
    rows,
    hasMore: query.hasNextPage,
    loading: query.isPending,
    loadingMore: query.isFetchingNextPage,
    stale: query.isPlaceholderData,
    more: () => void query.fetchNextPage(),
    error: query.isError && query.data === undefined ? query.error : null,
    retry: () => void query.refetch(),
  };
}
