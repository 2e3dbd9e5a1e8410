"use client";
/** From matched columns to the review: keeps the mapping when that is wanted, sends the file as it is to be read, opens the review. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/client";
import { describeTrouble } from "../../../trpc/error";
import { useGoToReview } from "../choose/use-go-to-review";
import { certain, type Look } from "../upload/look";
import type { Reading } from "../upload/reading";
import { uploadStore } from "../upload/use-upload";
import { toMapping, type Draft } from "./match-draft";
import type { MappingToSave } from "./save-mapping";

export interface LeaveMatch {
  go: () => void;
  waiting: boolean;
  trouble: string | null;
}

export function useLeaveMatch(look: Look, draft: Draft, toSave: MappingToSave): LeaveMatch {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const review = useGoToReview();
  const save = useMutation(
    trpc.imports.saveMapping.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: trpc.imports.mappings.pathKey() }),
    }),
  );
  const leave = (version?: number): void => {
    const mapping = {
      ...toMapping(draft, toSave.wanted ? toSave.name : draft.name),
      ...(version === undefined ? {} : { version }),
    };
    const reading = readingOf(look, draft, mapping);
    if (Object.keys(draft.blank).length > 0) {
      const { options } = uploadStore.get();
      uploadStore.setOptions({ ...options, blank: { ...options.blank, fields: draft.blank } });
    }
    review.go(reading);
  };
  return {
    go: () => {
      if (!toSave.wanted || toSave.name.trim() === "") {
        leave();
        return;
      }
      const name = toSave.name.trim();
      const input = { name, mapping: toMapping(draft, name), fingerprint: look.fingerprint ?? "none" };
      save.mutate(input, { onSuccess: (saved) => leave(saved.version) });
    },
    waiting: review.waiting || save.isPending,
    trouble: save.error === null ? review.trouble : describeTrouble(save.error).message,
  };
}

/** undefined: as it was recognised, which is how it was sent already. */
function readingOf(
  look: Look,
  draft: Draft,
  mapping: ReturnType<typeof toMapping>,
): Partial<Reading> | undefined {
  const { format } = look.recognition;
  const own = draft.changed || format?.id === "custom";
  if (own) {
    const same = JSON.stringify(look.reading.mapping) === JSON.stringify(mapping);
    return same ? undefined : { mapping, format: null };
  }
  const chosen = look.reading.format === format?.id;
  return format === null || chosen || format.confidence >= certain ? undefined : { format: format.id };
}
