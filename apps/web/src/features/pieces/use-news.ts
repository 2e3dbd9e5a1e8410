"use client";
/** Tells what became of an action: a toast when it worked, a toast with the reason when it did not. */
import { useToast, type ToastAction } from "@rollcall/ui";
import { useQueryClient } from "@tanstack/react-query";
import { describeTrouble } from "../../trpc/error";

export interface News {
  /** It worked: everything on the page is asked for again. */
  done: (title: string, actions?: readonly ToastAction[]) => void;
  failed: (error: unknown) => void;
}

export function useNews(): News {
  const toast = useToast();
  const queries = useQueryClient();
  return {
    done: (title, actions) => {
      toast.show({ title, tone: "success", actions });
      void queries.invalidateQueries();
    },
    failed: (error) => {
      const { message, reference } = describeTrouble(error);
      toast.show({
        title: message,
        tone: "danger",
        description: reference === null ? undefined : `Quote ${reference} when you ask for help.`,
      });
      void queries.invalidateQueries();
    },
  };
}
