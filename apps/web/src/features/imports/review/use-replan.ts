"use client";
/** Plans an import again with other options, and shows the new plan everywhere on the screen. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/client";

export function useReplan(importId: string, onPlanned?: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(
    trpc.imports.replan.mutationOptions({
      onSuccess: async (planned) => {
        queries.setQueryData(trpc.imports.get.queryKey({ importId }), planned);
        onPlanned?.();
        await queries.invalidateQueries({ queryKey: trpc.imports.causes.pathKey() });
        await queries.invalidateQueries({ queryKey: trpc.imports.rows.pathKey() });
      },
    }),
  );
}
