"use client";
/** One import's record, asked for again as long and as often as something happens with it by itself. */
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client";
import { pollEvery } from "./poll-every";

export function useImport(importId: string) {
  const trpc = useTRPC();
  return useQuery(
    trpc.imports.get.queryOptions(
      { importId },
      {
        staleTime: 1_000,
        refetchInterval: (query) => pollEvery(query.state.data),
      },
    ),
  );
}
