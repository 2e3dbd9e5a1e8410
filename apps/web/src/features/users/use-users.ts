"use client";
/** The pages of the list of users that are loaded so far, and how to load the next. */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { AccountListItem, Total } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { nextCursor } from "../pieces/params";
import { usersInput, type UsersQuery } from "./users-query";

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
  return {
    rows: pages.flatMap((page) => page.items),
    total: pages[0]?.total ?? null,
    loading: list.isPending,
    loadingMore: list.isFetchingNextPage,
    hasMore: list.hasNextPage,
    loadMore: () => {
      if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
    },
    error: list.isError && pages.length === 0 ? list.error : null,
    retry: () => void list.refetch(),
    stale: list.isPlaceholderData,
  };
}
