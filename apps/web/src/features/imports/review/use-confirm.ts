"use client";
/**
 * Pressing the button: exactly the plan on the screen is confirmed. ⌘ or Ctrl with Enter does the same. What is over a limit asks
 * first; who was second is told who was first, and lands where the import is.
 */
import type { ImportRecord, Refusal } from "@rollcall/accounts";
import { useReaderLocale, useToast } from "@rollcall/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { useTRPC } from "../../../trpc/client";
import { describeTrouble } from "../../../trpc/error";
import { watchImport } from "../running/kept-watch";
import { describeCommit, type CommitWords } from "./describe-commit";
import { describePressed } from "./describe-guard";
import { isCovered } from "./is-covered";
import type { Edits } from "./use-edits";
import { useGuard, type Asked } from "./use-guard";

export interface Confirm extends CommitWords {
  press: () => void;
  busy: boolean;
  /** why the last press did not work, in plain words */
  trouble: string | null;
  /** what the press asks first; null: it asks nothing */
  asked: Asked | null;
}

type Underway = Pick<Edits, "busy" | "failures" | "unseen">;

/** A press while a correction is on its way waits for it; if the correction does not work, nothing is confirmed. */
export function useConfirm(record: ImportRecord, edits: Underway): Confirm {
  const words = describeCommit(record);
  const mutation = useConfirmMutation(record, {
    onRefused: (refusal) => guarded.onRefused(refusal),
    onOver: () => guarded.close(),
  });
  const failed = mutation.error === null ? null : describeTrouble(mutation.error);
  const guarded = useGuard({
    guard: record.guard,
    failed: failed === null ? null : { refusal: failed.refusal, said: saidOf(failed) },
    send: (answer) => {
      if (words.blocked !== null || mutation.isPending || record.fingerprint === null) return;
      mutation.mutate({ importId: record.id, fingerprint: record.fingerprint, ...answer });
    },
    reset: () => mutation.reset(),
  });
  const { waits, press } = useAfterEdits(record, edits, () => guarded.press(words.blocked === null));
  useCommitKey(press);
  const busy = mutation.isPending || waits;
  return { ...words, press, busy, trouble: guarded.trouble, asked: guarded.asked };
}

/**
 * Presses once all corrections are on the screen: what one presses for is the plan with them. With those of somebody else, too, it
 * would be one that nobody here has seen.
 */
function useAfterEdits(record: ImportRecord, edits: Underway, press: () => void) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  // As it was when it was pressed; null while nothing waits.
  const [pressed, setPressed] = useState<Omit<Underway, "busy"> | null>(null);
  const { busy, failures, unseen } = edits;
  const onCalm = useEffectEvent(() => {
    if (pressed === null || busy) return;
    const known = queries.getQueryData(trpc.imports.get.queryKey({ importId: record.id }));
    if (known !== undefined && known.fingerprint !== record.fingerprint) return;
    setPressed(null);
    if (unseen !== pressed.unseen)
      toast.show({ title: meanwhile, description: "Nothing was confirmed.", tone: "info" });
    else if (failures === pressed.failures) press();
  });
  useEffect(() => {
    const timer = setTimeout(() => onCalm());
    return () => clearTimeout(timer);
  }, [pressed, busy, record.fingerprint]);
  return { waits: pressed !== null, press: busy ? () => setPressed({ failures, unseen }) : press };
}

const meanwhile =
  "Somebody corrected this import meanwhile. You see it as it is now: look at it, then press again.";

function saidOf({ refusal, message }: ReturnType<typeof describeTrouble>): string | null {
  if (refusal?.code === "confirmed-already") return null;
  // The page asks for everything anew as it says so.
  return refusal?.code === "changed-meanwhile" ? meanwhile : message;
}

function useConfirmMutation(
  record: ImportRecord,
  told: { onRefused: (refusal: Refusal | null) => void; onOver: () => void },
) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const format = useReaderLocale();
  return useMutation(
    trpc.imports.confirm.mutationOptions({
      onSuccess: (confirmed) => {
        watchImport(record.id);
        told.onOver();
        queries.setQueryData(trpc.imports.get.queryKey({ importId: record.id }), confirmed);
        void queries.invalidateQueries({ queryKey: trpc.imports.list.pathKey() });
      },
      onError: (error) => {
        const { refusal } = describeTrouble(error);
        told.onRefused(refusal);
        if (refusal?.code === "confirmed-already")
          toast.show({
            title: describePressed(refusal, new Date(), format),
            description: "There is one import; you see it here.",
            tone: "info",
          });
        // The plan is another by now, or somebody else was faster: show what is.
        void queries.invalidateQueries({ queryKey: trpc.imports.pathKey() });
      },
    }),
  );
}

function useCommitKey(press: () => void): void {
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
}
