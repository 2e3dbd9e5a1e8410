"use client";
/** Pressing the button: exactly the plan on the screen is confirmed. ⌘ or Ctrl with Enter does the same. */
import type { ImportRecord } from "@rollcall/accounts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useTRPC } from "../../../trpc/client";
import { describeTrouble } from "../../../trpc/error";
import { watchImport } from "../running/kept-watch";
import { describeCommit, type CommitWords } from "./describe-commit";
import { isCovered } from "./is-covered";

export interface Confirm extends CommitWords {
  press: () => void;
  busy: boolean;
  /** why the last press did not work, in plain words */
  trouble: string | null;
}

export function useConfirm(record: ImportRecord): Confirm {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const words = describeCommit(record);
  const mutation = useMutation(
    trpc.imports.confirm.mutationOptions({
      onSuccess: (confirmed) => {
        watchImport(record.id);
        queries.setQueryData(trpc.imports.get.queryKey({ importId: record.id }), confirmed);
        void queries.invalidateQueries({ queryKey: trpc.imports.list.pathKey() });
      },
      // The plan is another by now, or somebody else was faster: show what is.
      onError: () => void queries.invalidateQueries({ queryKey: trpc.imports.pathKey() }),
    }),
  );
  const press = () => {
    if (words.blocked !== null || mutation.isPending || record.fingerprint === null) return;
    mutation.mutate({ importId: record.id, fingerprint: record.fingerprint });
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey) || event.repeat) return;
    if (isCovered()) return;
    event.preventDefault();
    press();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return {
    ...words,
    press,
    busy: mutation.isPending,
    trouble: mutation.error === null ? null : describeTrouble(mutation.error).message,
  };
}
