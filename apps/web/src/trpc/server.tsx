/**
 * tRPC inside server components: a page asks for what it will show before it is sent, and the browser finds it in its
 * cache. Calls go straight to the procedures, not over the network.
 */
import "server-only";
import {
  dehydrate,
  HydrationBoundary,
  type FetchInfiniteQueryOptions,
  type FetchQueryOptions,
  type QueryKey,
} from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { cache, type ReactNode } from "react";
import { requestContext } from "../server/context";
import { appRouter } from "../server/routers";
import { createQueryClient } from "./query-client";

const queryClient = cache(createQueryClient);

/** The same options that `useTRPC` gives in the browser. */
export const trpc = createTRPCOptionsProxy({ ctx: requestContext, router: appRouter, queryClient });

/** Fetches into the cache of this request. A refusal or defect is left for the browser to meet and to show. */
export async function prefetch<TData, TError, TKey extends QueryKey>(
  ...queries: FetchQueryOptions<TData, TError, TData, TKey>[]
): Promise<void> {
  await Promise.all(queries.map((query) => queryClient().prefetchQuery({ ...query, retry: false })));
}

/** The same for the first page of a list. */
export async function prefetchPages<TData, TError, TResult, TKey extends QueryKey, TParam>(
  query: FetchInfiniteQueryOptions<TData, TError, TResult, TKey, TParam>,
): Promise<void> {
  await queryClient().prefetchInfiniteQuery({ ...query, retry: false });
}

/** Hands what was prefetched to the browser. */
export function Hydrated({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(queryClient())}>{children}</HydrationBoundary>;
}
