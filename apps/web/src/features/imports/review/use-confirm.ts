"use client";
/**
 * Pressing the button: exactly the plan on the screen is confirmed. ⌘ or Ctrl with Enter does the same. What is over a limit asks
 * first; who was second is told who was first, and lands where the import is.
 */
import type { ImportRecord } from "@rollcall/accounts";
import { useReaderLocale, useToast } from "@rollcall/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { useTRPC } from "../../../trpc/client";
import { describeTrouble } from "../../../trpc/error";
import { watchImport } from "../running/kept-watch";
import { describeCommit, type CommitWords } from "./describe-commit";
import { describePressed, type Guard } from "./describe-guard";
import { isCovered } from "./is-covered";

export interface Confirm extends CommitWords {
  press: () => void;
  busy: boolean;
  /** why the last press did not work, in plain words */
  trouble: string | null;
  /** what the press asks first; null: it asks nothing */
  asked: Asked | null;
}

export interface Asked {
  guard: Guard;
  open: boolean;
  close: () => void;
  answer: (typed: number, password: string) => void;
  /** what the server found wrong with the answer, by field; else why it did not work */
  wrong: { number?: string; password?: string };
  trouble: string | null;
  /** something else is being typed: what was wrong is said no more */
  forgive: () => void;
}

export function useConfirm(record: ImportRecord): Confirm {
  const words = describeCommit(record);
  const [open, setOpen] = useState(false);
  const mutation = useConfirmMutation(record, {
    onGuarded: () => setOpen(true),
    onOver: () => setOpen(false),
  });
  const failed = mutation.error === null ? null : describeTrouble(mutation.error);
  const refusal = failed?.refusal ?? null;
  // A limit may have been lowered since the page was read.
  const guard = refusal?.code === "guarded" ? refusal : record.guard;
  const send = (answer: { typed?: number; password?: string }) => {
    if (words.blocked !== null || mutation.isPending || record.fingerprint === null) return;
    mutation.mutate({ importId: record.id, fingerprint: record.fingerprint, ...answer });
  };
  const press = () => {
    if (guard === null || words.blocked !== null) send({});
    else setOpen(true);
  };
  useCommitKey(press);
  const said = failed === null ? null : saidOf(failed);
  const wrong = refusal?.code === "guarded" ? wrongOf(refusal.wrong, said) : {};
  return {
    ...words,
    press,
    busy: mutation.isPending,
    trouble: open || refusal?.code === "guarded" ? null : said,
    asked:
      guard === null
        ? null
        : {
            guard,
            open,
            close: () => {
              setOpen(false);
              mutation.reset();
            },
            answer: (typed, password) => send({ typed, password }),
            wrong,
            trouble: refusal?.code === "guarded" ? null : said,
            forgive: () => {
              if (mutation.isError) mutation.reset();
            },
          },
  };
}

function saidOf({ refusal, message }: ReturnType<typeof describeTrouble>): string | null {
  if (refusal?.code === "confirmed-already") return null;
  // The page asks for everything anew as it says so.
  return refusal?.code === "changed-meanwhile"
    ? "Somebody corrected this import meanwhile. You see it as it is now: look at it, then press again."
    : message;
}

function wrongOf(wrong: "missing" | "number" | "password", said: string | null): Asked["wrong"] {
  return wrong === "missing" || said === null ? {} : { [wrong]: said };
}

function useConfirmMutation(record: ImportRecord, told: { onGuarded: () => void; onOver: () => void }) {
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
        if (refusal?.code === "guarded") told.onGuarded();
        // Neither the number nor the password is the reason: it is said at the button.
        else if (refusal !== null && refusal.code !== "too-many-attempts" && refusal.code !== "busy")
          told.onOver();
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
