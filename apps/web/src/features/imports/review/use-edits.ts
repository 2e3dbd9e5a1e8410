"use client";
/**
 * Correcting the rows of a reviewed import: one step after another, each checked by the server at once. What comes back is
 * shown everywhere: the rows that were touched where they stand, tiles, causes and the button. Says what became of it.
 */
import type { EditResult, EditStep, EditView, ImportRecord, ImportRowView } from "@rollcall/accounts";
import { useToast } from "@rollcall/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "../../../trpc/client";
import { describeTrouble } from "../../../trpc/error";
import { useIsPhone, useModKey } from "../../shell/reader";
import type { RowPage } from "../rows/use-row-pages";
import { describeEdit } from "./describe-edit";

export type AskedStep = Exclude<EditStep, { kind: "corrections" }>;

export interface Edits {
  /** answers whether it was done; a step that changes nothing is done, too */
  run: (step: AskedStep, told?: "toast" | "quiet") => Promise<EditResult | null>;
  undo: () => Promise<void>;
  redo: () => Promise<void>;
  /** repeats those steps of an earlier import; answers whether that was done */
  recipe: (fromImportId: string, steps: string[]) => Promise<boolean>;
  /** something else corrected rows, e.g. a file that came back: everything is asked for anew */
  reload: (words: string) => void;
  busy: boolean;
  /** the steps, the last one first; null while they are on their way */
  steps: readonly EditView[] | null;
  /** for the live region */
  said: string;
  say: (words: string) => void;
  /** changes when the list of rows is another one than before, not only some of its rows */
  generation: number;
}

/** More rows than these come back changed only by asking for the list anew. */
const patched = 200;

export function useEdits(record: ImportRecord): Edits {
  const importId = record.id;
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const toast = useToast();
  const mod = useModKey();
  const phone = useIsPhone();
  const steps = useQuery(trpc.imports.edits.queryOptions({ importId }, { staleTime: 60_000 }));
  const [said, setSaid] = useState("");
  const { show, generation } = useShow(record);
  const mutation = useMutation({
    // One after the other, in the order in which they were asked for.
    scope: { id: `edits of ${importId}` },
    mutationFn: (call: () => Promise<EditResult>) => call(),
  });
  const say = (words: string) =>
    // Said twice, the same words are news again only if they differ.
    setSaid((before) => (before === words ? `${words}\u00a0` : words));
  const carryOut = async (call: () => Promise<EditResult>): Promise<EditResult | null> => {
    try {
      const result = await mutation.mutateAsync(call);
      show(result);
      say(describeEdit(result));
      return result;
    } catch (error) {
      const { message } = describeTrouble(error);
      say(message);
      toast.show({ title: message, tone: "danger" });
      return null;
    }
  };
  const undo = async () => {
    await carryOut(() => client.imports.undoEdit.mutate({ importId }));
  };
  const tell = (result: EditResult) => {
    if (result.edit === null) return toast.show({ title: "Nothing had to change.", tone: "info" });
    const actions = [{ label: "Undo", kbd: phone ? undefined : [mod, "Z"], onClick: () => void undo() }];
    return toast.show({ id: "edit", title: result.edit.words, tone: "success", actions });
  };
  return {
    run: async (step, told = "toast") => {
      const result = await carryOut(() => client.imports.edit.mutate({ importId, step }));
      if (result !== null && told === "toast") tell(result);
      return result;
    },
    undo,
    redo: async () => {
      await carryOut(() => client.imports.redoEdit.mutate({ importId }));
    },
    recipe: async (fromImportId, steps) => {
      const call = () => client.imports.applyRecipe.mutate({ importId, fromImportId, steps });
      const result = await carryOut(call);
      if (result !== null) tell(result);
      return result !== null;
    },
    reload: (words) => {
      void queries.invalidateQueries({ queryKey: trpc.imports.pathKey() });
      say(words);
    },
    busy: mutation.isPending,
    steps: steps.data?.toReversed() ?? null,
    said,
    say,
    generation,
  };
}

/** Puts a result on the screen. A few rows change where they stand; after more, the list is asked for anew. */
function useShow(record: ImportRecord) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [shown, setShown] = useState({ fingerprint: record.fingerprint, generation: 0 });
  // Planned anew by other options, or corrected by somebody else: another list.
  if (shown.fingerprint !== record.fingerprint)
    setShown({ fingerprint: record.fingerprint, generation: shown.generation + 1 });
  const show = (result: EditResult) => {
    const isLarge = result.affected > patched || result.rows.length >= patched;
    const { fingerprint } = result.record;
    setShown(({ generation }) => ({ fingerprint, generation: isLarge ? generation + 1 : generation }));
    queries.setQueryData(trpc.imports.get.queryKey({ importId: record.id }), result.record);
    const lists = { queryKey: trpc.imports.rows.pathKey() };
    const changed = new Map(result.rows.map((row) => [row.rowNo, row]));
    queries.setQueriesData<RowPage | { pages: RowPage[] }>(lists, (data) => {
      if (data === undefined) return data;
      if (!("pages" in data)) return withChanged(data, changed);
      return { ...data, pages: data.pages.map((page) => withChanged(page, changed)) };
    });
    // Pages out of sight are asked for when they come into sight again.
    if (isLarge) void queries.invalidateQueries(lists);
    for (const path of [
      trpc.imports.causes,
      trpc.imports.edits,
      trpc.imports.previewEdit,
      trpc.imports.previewRecipe,
    ])
      void queries.invalidateQueries({ queryKey: path.pathKey() });
  };
  return { show, generation: shown.generation };
}

function withChanged(page: RowPage, changed: ReadonlyMap<number, ImportRowView>): RowPage {
  if (!page.rows.some((row) => changed.has(row.rowNo))) return page;
  return { ...page, rows: page.rows.map((row) => changed.get(row.rowNo) ?? row) };
}
