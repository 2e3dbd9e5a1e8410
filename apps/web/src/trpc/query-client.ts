/**
 * The query client of browser and server: how long an answer counts as fresh, what is tried again, and that dates
 * survive the way from server to browser.
 */
import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";
import superjson from "superjson";
import { isRetryable } from "./error";

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // On the server a page is waiting: the browser tries again, with something on the screen meanwhile.
        retry: (count, error) => typeof window !== "undefined" && count < 2 && isRetryable(error),
        refetchOnWindowFocus: true,
      },
      dehydrate: {
        serializeData: superjson.serialize,
        shouldDehydrateQuery: defaultShouldDehydrateQuery,
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
}
