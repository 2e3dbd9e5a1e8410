"use client";
/** What taking the chosen rows back would do, asked of the server, and doing it. */
import type { ImportRecord, UndoPreview } from "@rollcall/accounts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "../../../trpc/client";
import { describeTrouble } from "../../../trpc/error";
import { useGuard, type Asked } from "../review/use-guard";
import { watchImport } from "../running/kept-watch";
import { choiceOf, type UndoView } from "./undo-url";

export interface Undo {
  /** of the whole import; undefined while it is not known */
  whole: UndoPreview | undefined;
  /** of what is chosen; the whole where nothing is */
  chosen: UndoPreview | undefined;
  loading: boolean;
  running: boolean;
  /** why there is nothing to be seen, or the last press did not work */
  trouble: string | null;
  takeBack: () => void;
  /** what the press asks first; null: it asks nothing */
  asked: Asked | null;
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
      onError: (error) => {
        const { refusal } = describeTrouble(error);
        guarded.onRefused(refusal);
        // Somebody changed something meanwhile: show what is.
        void queries.invalidateQueries({ queryKey: trpc.imports.pathKey() });
      },
    }),
  );
  const fingerprint = preview.data?.fingerprint;
  const failed = undo.error === null ? null : describeTrouble(undo.error);
  const guarded = useGuard({
    guard: preview.data?.guard ?? null,
    failed: failed === null ? null : { refusal: failed.refusal, said: failed.message },
    send: (answer) => {
      if (fingerprint !== undefined && !undo.isPending)
        undo.mutate({ importId, ...choice, fingerprint, ...answer });
    },
    reset: () => undo.reset(),
  });
  const unseen = preview.error === null ? null : describeTrouble(preview.error).message;
  return {
    whole: whole.data,
    chosen: preview.data,
    loading: preview.isFetching,
    running: undo.isPending || undo.isSuccess,
    trouble: guarded.trouble ?? unseen,
    takeBack: () => guarded.press(),
    asked: guarded.asked,
  };
}
