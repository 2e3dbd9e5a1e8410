"use client";
/**
 * Takes a file into the upload, or says why not; lets go of the import of the file before it; and takes rows that were
 * copied out of a spreadsheet and pasted here for a file of their own.
 */
import { useMutation } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { useTRPC } from "../../../trpc/client";
import { describeBytes } from "../words/phrases";
import { importIdOf, isOnItsWay } from "../upload/upload-state";
import { uploadStore } from "../upload/use-upload";

export interface Notice {
  tone: "danger" | "neutral";
  words: string;
}

export interface ChosenFile {
  /** what became of the last choice, in plain words */
  notice: Notice | null;
  choose: (file: File) => void;
  refuse: (words: string) => void;
  /** Forgets the file at hand and its import. */
  clear: () => void;
}

export function useChosenFile(maxBytes: number): ChosenFile {
  const [notice, setNotice] = useState<Notice | null>(null);
  const refuse = (words: string) => setNotice({ tone: "danger", words });
  const letGo = useLetGo();
  const choose = (file: File) => {
    if (file.size > maxBytes) {
      refuse(
        `“${file.name}” has ${describeBytes(file.size)}; one file may have ${describeBytes(maxBytes)}. Split it, or ask whoever runs Rollcall to raise IMPORT_MAX_BYTES.`,
      );
      return;
    }
    setNotice(null);
    letGo();
    uploadStore.choose(file);
  };
  const clear = () => {
    const stopped = isOnItsWay(uploadStore.get().state);
    setNotice(stopped ? { tone: "neutral", words: "The upload was cancelled. Nothing was changed." } : null);
    letGo();
    uploadStore.clear();
  };
  usePastedRows(choose);
  return { notice, choose, refuse, clear };
}

/** Drops the import that the file at hand has become, before it is read anew or forgotten. */
export function useLetGo(): () => void {
  const trpc = useTRPC();
  // An import nobody reviewed is no loss; whether it could be cancelled in time does not matter here.
  const cancel = useMutation(trpc.imports.cancel.mutationOptions());
  return () => {
    const importId = importIdOf(uploadStore.get().state);
    if (importId !== null) cancel.mutate({ importId });
  };
}

/** Text of several cells pasted onto the page, but not into a field. */
function usePastedRows(onFile: (file: File) => void): void {
  const take = useEffectEvent((event: ClipboardEvent) => {
    const data = event.clipboardData;
    if (data === null || data.files.length > 0 || isField(event.target)) return;
    const text = data.getData("text/plain");
    if (!/[\t,;].*\n/.test(text)) return;
    event.preventDefault();
    onFile(
      new File([text], "Pasted rows.tsv", { type: "text/tab-separated-values", lastModified: Date.now() }),
    );
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => take(event);
    window.addEventListener("paste", listen);
    return () => window.removeEventListener("paste", listen);
  }, []);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input:not([type=file]), textarea, [contenteditable]") !== null
  );
}
