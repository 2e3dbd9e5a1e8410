/**
 * tRPC inside server components: a page asks for what it will show before it is sent, and the browser finds it in its
 * cache. Calls go straight to the procedures, not over the network.
 */
import "server-only";
import {
  dehydrate,
  HydrationBoundary,
  type InfiniteQueryExecuteOptions,
  type QueryExecuteOptions,
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

/**
 * Fetches into the cache of this request: `prefetch(trpc.….queryOptions(…))`. A refusal or defect is left for the browser
 * to meet and to show.
 */
export async function prefetch<TData, TError, TKey extends QueryKey>(
  query: QueryExecuteOptions<TData, TError, TData, TData, TKey>,
): Promise<void> {
  await queryClient().query(query).catch(nothing);
}

/** The same for the first page of a list: `prefetchPages(trpc.….infiniteQueryOptions(…, { getNextPageParam }))`. */
export async function prefetchPages<TData, TError, TResult, TKey extends QueryKey, TParam>(
  query: InfiniteQueryExecuteOptions<TData, TError, TResult, TKey, TParam>,
): Promise<void> {
  await queryClient().infiniteQuery(query).catch(nothing);
}

function nothing(): void {
  // It is asked for again in the browser.
}

/** Hands what was prefetched to the browser. */
export function Hydrated({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(queryClient())}>{children}</HydrationBoundary>;
}
