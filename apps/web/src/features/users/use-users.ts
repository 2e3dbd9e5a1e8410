"use client";
/** The pages of the list of users that are loaded so far, and how to load the next. */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { AccountListItem, Total } from "@rollcall/accounts";
import { useEffect } from "react";
import { useTRPC } from "../../trpc/client";
import { nextCursor } from "../pieces/params";
import { PAGE, usersInput, type UsersQuery } from "./users-query";

export interface Users {
  rows: AccountListItem[];
  /** null until the first page is here */
  total: Total | null;
  loading: boolean;
  loadingMore: boolean;
  hasMore: boolean;
  loadMore: () => void;
  error: unknown;
  retry: () => void;
  /** the rows on show belong to the search before this one */
  stale: boolean;
}

export function useUsers(query: UsersQuery, enabled = true): Users {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.people.list.infiniteQueryOptions(usersInput(query), {
      getNextPageParam: nextCursor,
      placeholderData: keepPreviousData,
      enabled,
    }),
  );
  const pages = list.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.items);
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  // The server answers within a moment, even where it has not found a page of them yet: it goes on looking at once.
  const looking = hasNextPage && (pages.at(-1)?.items.length ?? PAGE) < PAGE;
  useEffect(() => {
    if (looking && !isFetching && !isError) void fetchNextPage();
  }, [looking, isFetching, isError, fetchNextPage]);
  return {
    rows,
    total: pages[0]?.total ?? null,
    loading: list.isPending || (looking && rows.length === 0 && !isError),
    loadingMore: list.isFetchingNextPage,
    hasMore: hasNextPage,
    loadMore: () => {
      if (hasNextPage && !isFetching) void fetchNextPage();
    },
    error: isError && rows.length === 0 ? list.error : null,
    retry: () => void list.refetch(),
    stale: list.isPlaceholderData,
  };
}
