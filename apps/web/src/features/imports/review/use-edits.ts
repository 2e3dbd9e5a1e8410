"use client";
/**
 * Correcting the rows of a reviewed import: one step after another, each checked by the server at once. What comes back is
 * shown everywhere: the rows that were touched where they stand, tiles, causes and the button. Says what became of it.
 */
import type { EditResult, EditStep, EditView, ImportRecord, ImportRowView } from "@rollcall/accounts";
import { isTyping, useToast } from "@rollcall/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC, useTRPCClient } from "../../../trpc/client";
import { describeTrouble } from "../../../trpc/error";
import { useIsPhone, useModKey } from "../../shell/reader";
import type { RowPage } from "../rows/use-row-pages";
import { describeEdit, describeRecipe, type Told } from "./describe-edit";

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
  /** how many did not work since the review was opened; it changes no later than `busy` */
  failures: number;
  /** the steps, the last one first; null while they are on their way */
  steps: readonly EditView[] | null;
  /** for the live region */
  said: string;
  say: (words: string) => void;
  /** raised whenever a correction of ours turns out to be one of a plan that this screen has not shown: somebody else was there */
  unseen: number;
  /** changes when the list of rows is another one than before, not only some of its rows */
  generation: number;
}

/** The one toast of the steps: the next takes its place, and it goes with the review. */
const editToast = "edit";

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
  // On its way until it is shown: between the answer and that, the screen is older than what the server has.
  const [flight, setFlight] = useState({ underway: 0, failures: 0 });
  const mutation = useMutation({
    // One after the other, in the order in which they were asked for.
    scope: { id: `edits of ${importId}` },
    mutationFn: (call: () => Promise<EditResult>) => call(),
  });
  const { show, generation, unseen } = useShow(record, mutation.isPending);
  const say = (words: string) =>
    // Said twice, the same words are news again only if they differ.
    setSaid((before) => (before === words ? `${words}\u00a0` : words));
  const carryOut = async (call: () => Promise<EditResult>): Promise<EditResult | null> => {
    setFlight(({ underway, failures }) => ({ underway: underway + 1, failures }));
    let failed = 0;
    try {
      const result = await mutation.mutateAsync(call);
      // What was asked before is older than this answer.
      await queries.cancelQueries({ queryKey: trpc.imports.get.queryKey({ importId }) });
      show(result);
      say(describeEdit(result));
      return result;
    } catch (error) {
      failed = 1;
      const { message } = describeTrouble(error);
      say(message);
      toast.show({ title: message, tone: "danger" });
      // It may have been refused for what this screen does not show yet.
      void queries.invalidateQueries({ queryKey: trpc.imports.get.queryKey({ importId }) });
      return null;
    } finally {
      setFlight(({ underway, failures }) => ({ underway: underway - 1, failures: failures + failed }));
    }
  };
  const undo = async (editId?: string) => {
    // It speaks of the step before, and its button would take back another one.
    toast.close(editToast);
    await carryOut(() =>
      client.imports.undoEdit.mutate({ importId, ...(editId !== undefined && { editId }) }),
    );
  };
  useEffect(() => () => toast.close(editToast), [toast]);
  // The button takes back what the toast tells of; a step that somebody else made since is not meant.
  const tell = (told: Told | null, editId?: string) => {
    if (told === null) return toast.show({ title: "Nothing had to change.", tone: "info" });
    const { words, undo: label } = told;
    const actions = [{ label, kbd: phone ? undefined : [mod, "Z"], onClick: () => void undo(editId) }];
    return toast.show({ id: editToast, title: words, tone: "success", actions });
  };
  return {
    run: async (step, told = "toast") => {
      const result = await carryOut(() => client.imports.edit.mutate({ importId, step }));
      if (result !== null && told === "toast")
        tell(result.edit === null ? null : { words: result.edit.words, undo: "Undo" }, result.edit?.id);
      return result;
    },
    undo: () => undo(),
    redo: async () => {
      toast.close(editToast);
      await carryOut(() => client.imports.redoEdit.mutate({ importId }));
    },
    recipe: async (fromImportId, steps) => {
      let applied = 0;
      const result = await carryOut(async () => {
        const made = await client.imports.applyRecipe.mutate({ importId, fromImportId, steps });
        ({ applied } = made);
        return made;
      });
      if (result !== null) tell(describeRecipe({ edit: result.edit, applied }), result.edit?.id);
      return result !== null;
    },
    reload: (words) => {
      void queries.invalidateQueries({ queryKey: trpc.imports.pathKey() });
      say(words);
    },
    busy: flight.underway > 0,
    failures: flight.failures,
    steps: steps.data?.toReversed() ?? null,
    said,
    say,
    unseen,
    generation,
  };
}

/** Puts a result on the screen. A few rows change where they stand; after more, the list is asked for anew. */
function useShow(record: ImportRecord, busy: boolean) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [shown, setShown] = useState({
    fingerprint: record.fingerprint,
    generation: 0,
    foreign: 0,
    unseen: 0,
  });
  // Planned anew by other options, or corrected by somebody else: another list. While an answer of our own is on its way, that will tell.
  if (!busy && shown.fingerprint !== record.fingerprint)
    setShown(({ generation, foreign, unseen }) => ({
      unseen,
      fingerprint: record.fingerprint,
      generation: generation + 1,
      foreign: foreign + 1,
    }));
  useAskAnew(shown.foreign);
  const show = (result: EditResult) => {
    const isLarge = result.affected > patched || result.rows.length >= patched;
    const { fingerprint } = result.record;
    setShown((before) => {
      // Made on a plan that was never on this screen: other rows than these have changed, too.
      const isForeign = before.fingerprint !== result.basis;
      return {
        fingerprint,
        generation: before.generation + (isLarge || isForeign ? 1 : 0),
        foreign: before.foreign + (isForeign ? 1 : 0),
        unseen: before.unseen + (isForeign ? 1 : 0),
      };
    });
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
    for (const path of besideRows(trpc)) void queries.invalidateQueries({ queryKey: path });
  };
  return { show, generation: shown.generation, unseen: shown.unseen };
}

/** What else of a review follows from its rows. */
function besideRows({ imports }: ReturnType<typeof useTRPC>) {
  return [imports.causes, imports.edits, imports.previewEdit, imports.previewRecipe].map((path) =>
    path.pathKey(),
  );
}

/** What is on the screen is of another plan: all of it is asked for, but not under the hand of somebody who types in it. */
function useAskAnew(times: number): void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  useEffect(() => {
    if (times === 0) return;
    const ask = () => {
      for (const queryKey of [trpc.imports.rows.pathKey(), ...besideRows(trpc)])
        void queries.invalidateQueries({ queryKey });
    };
    const field = document.activeElement;
    if (field === null || !isTyping(field) || field.closest("[role=grid]") === null) {
      ask();
      return;
    }
    field.addEventListener("blur", ask, { once: true });
    return () => field.removeEventListener("blur", ask);
  }, [times, trpc, queries]);
}

function withChanged(page: RowPage, changed: ReadonlyMap<number, ImportRowView>): RowPage {
  if (!page.rows.some((row) => changed.has(row.rowNo))) return page;
  return { ...page, rows: page.rows.map((row) => changed.get(row.rowNo) ?? row) };
}
