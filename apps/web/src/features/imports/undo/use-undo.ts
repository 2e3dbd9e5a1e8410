"use client";
/** What taking the chosen rows back would do, asked of the server, and doing it. */
import type { ImportRecord, UndoPreview } from "@rollcall/accounts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "../../../trpc/client";
import { watchImport } from "../running/kept-watch";
import { choiceOf, type UndoView } from "./undo-url";

export interface Undo {
  /** of the whole import; undefined while it is not known */
  whole: UndoPreview | undefined;
  /** of what is chosen; the whole where nothing is */
  chosen: UndoPreview | undefined;
  loading: boolean;
  running: boolean;
  error: unknown;
  takeBack: () => void;
}

export function useUndo(record: ImportRecord, view: UndoView): Undo {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const choice = choiceOf(view);
  const some = Object.keys(choice).length > 0;
  const options = { staleTime: 0, retry: false } as const;
  const importId = record.id;
  const whole = useQuery(trpc.imports.undoPreview.queryOptions({ importId }, options));
  const part = useQuery(
    trpc.imports.undoPreview.queryOptions({ importId, ...choice }, { ...options, enabled: some }),
  );
  const preview = some ? part : whole;
  const undo = useMutation(
    trpc.imports.undo.mutationOptions({
      onSuccess: (made) => {
        watchImport(made.id);
        queries.setQueryData(trpc.imports.get.queryKey({ importId: made.id }), made);
        void queries.invalidateQueries({ queryKey: trpc.imports.pathKey() });
        router.push(`/imports/${made.id}`);
      },
      // Somebody changed something meanwhile: show what is.
      onError: () => void queries.invalidateQueries({ queryKey: trpc.imports.pathKey() }),
    }),
  );
  const fingerprint = preview.data?.fingerprint;
  return {
    whole: whole.data,
    chosen: preview.data,
    loading: preview.isFetching,
    running: undo.isPending || undo.isSuccess,
    error: undo.error ?? preview.error,
    takeBack: () => {
      if (fingerprint !== undefined) undo.mutate({ importId, ...choice, fingerprint });
    },
  };
}
