"use client";
/** Runs an action on the selection, tells how far it is when that takes a while, and what became of it. */
import { useToast } from "@rollcall/ui";
import { useState } from "react";
import type { BulkResult } from "@rollcall/accounts";
import { useTRPCClient } from "../../trpc/client";
import { countOf } from "../pieces/words";
import { useNews } from "../pieces/use-news";
import { collectIds, inPortions, PORTION } from "./bulk";
import type { Selection } from "./users-screen";
import { usersInput, type UsersQuery } from "./users-query";

export interface BulkAction {
  /** "Disabling" */
  doing: string;
  /** "disabled", after the number */
  did: string;
  act: (accountIds: string[]) => Promise<BulkResult>;
  undo?: ((accountIds: string[]) => Promise<BulkResult>) | undefined;
}

export function useBulk(query: UsersQuery, selection: Selection) {
  const client = useTRPCClient();
  const toast = useToast();
  const news = useNews();
  const [busy, setBusy] = useState(false);

  const idsOf = () =>
    selection.all
      ? collectIds((cursor) => client.people.list.query({ ...usersInput(query), limit: 200, cursor }))
      : Promise.resolve([...selection.ids]);

  const work = async (ids: string[], { doing, act }: BulkAction): Promise<BulkResult> => {
    const id = "bulk";
    const show = (done: number) => {
      if (ids.length <= PORTION) return;
      const label = `${done.toLocaleString("en-GB")} of ${countOf(ids.length, "user")}`;
      toast.show({ id, title: doing, progress: { value: done / ids.length, label } });
    };
    show(0);
    try {
      return await inPortions(ids, act, { onProgress: show });
    } finally {
      toast.close(id);
    }
  };

  const run = async (action: BulkAction): Promise<void> => {
    setBusy(true);
    try {
      const ids = await idsOf();
      const result = await work(ids, action);
      selection.clear();
      const { undo } = action;
      news.done(
        summarise(result, action.did),
        undo === undefined || result.changed === 0
          ? undefined
          : [
              {
                label: "Undo",
                onClick: () => void run({ ...action, act: undo, undo: undefined, did: "put back" }),
              },
            ],
      );
    } catch (error) {
      news.failed(error);
    } finally {
      setBusy(false);
    }
  };
  return { run, busy };
}

function summarise({ changed, unchanged, gone }: BulkResult, did: string): string {
  const parts = [`${countOf(changed, "user")} ${did}`];
  if (unchanged > 0) parts.push(`${countOf(unchanged, "user")} left as they were`);
  if (gone > 0) parts.push(`${countOf(gone, "user")} no longer there`);
  return `${parts.join(", ")}.`;
}
