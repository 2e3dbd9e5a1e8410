"use client";
/** Goes on with the rows of an import that wait: an import of their own, whose review it opens. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "../../../trpc/client";

export function useContinue() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  return useMutation(
    trpc.imports.continue.mutationOptions({
      onSuccess: (next) => {
        queries.setQueryData(trpc.imports.get.queryKey({ importId: next.id }), next);
        void queries.invalidateQueries({ queryKey: trpc.imports.pathKey() });
        router.push(`/imports/${next.id}`);
      },
    }),
  );
}
