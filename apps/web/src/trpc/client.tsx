"use client";
/**
 * The browser's side of tRPC: one client, one cache, and the way to the sign-in page when a session has ended.
 */
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, splitLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { useState, type ReactNode } from "react";
import superjson from "superjson";
import type { AppRouter } from "../server/routers";
import { isSignedOut } from "./error";
import { createQueryClient } from "./query-client";

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

const endpoint = { url: "/api/trpc", transformer: superjson, maxItems: 10 };
/** Characters; servers and proxies take 8,000 at least (RFC 9110, 4.1), Node 16 KiB with all headers. */
const longestUrl = 6_000;

/** A question that an address cannot hold, e.g. a long text to be found and replaced, is asked by POST. */
function isLong(input: unknown): boolean {
  return input !== undefined && encodeURIComponent(superjson.stringify(input)).length > longestUrl / 2;
}

let browserClient: QueryClient | undefined;

/** One cache for the life of the page; on the server one for each request. */
function queryClientHere(): QueryClient {
  if (typeof window === "undefined") return createQueryClient();
  return (browserClient ??= watchSession(createQueryClient()));
}

export function DataProvider({ children }: { children: ReactNode }) {
  const queryClient = queryClientHere();
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        splitLink({
          condition: ({ type, input }) => type === "query" && isLong(input),
          true: httpBatchLink({ ...endpoint, methodOverride: "POST" }),
          false: httpBatchLink({ ...endpoint, maxURLLength: longestUrl }),
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}

/** A session that ended elsewhere ends here at the next call, and comes back to this very page. */
function watchSession(client: QueryClient): QueryClient {
  const leave = (error: unknown) => {
    if (!isSignedOut(error) || !isBehindSignIn()) return;
    const here = window.location.pathname + window.location.search;
    window.location.assign(`/sign-in?ended=1&callbackUrl=${encodeURIComponent(here)}`);
  };
  client.getQueryCache().config.onError = leave;
  client.getMutationCache().config.onError = leave;
  return client;
}

/** The pages that anybody may open answer refusals themselves. */
function isBehindSignIn(): boolean {
  return !/^\/(sign-in|setup|set-password|forgot-password|enrol)(\/|$)/.test(window.location.pathname);
}
