"use client";
/** Takes the corrected file back, dropped or pasted anywhere on the page or chosen: its rows merge into the import, which then says how many are well. */
import type { BothChanged, ImportRecord } from "@rollcall/accounts";
import { Button, useToast } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { BothChangedDialog } from "./both-changed";
import { describeMerge, describeRest } from "./describe-merge";
import { sendCorrections } from "./send-corrections";
import type { Edits } from "./use-edits";

export interface CorrectionsDropProps {
  record: ImportRecord;
  edits: Edits;
}

export function CorrectionsDrop({ record, edits }: CorrectionsDropProps) {
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const before = record.summary?.problem ?? 0;
  const [asked, setAsked] = useState<{ file: File; both: BothChanged; merged: string } | null>(null);
  const merge = useMutation({
    mutationFn: ({ file, take }: { file: File; take?: "file" }) => sendCorrections(record.id, file, take),
    onSuccess: (result, { file }) => {
      const words = describeMerge(result, before, file.name);
      edits.reload(words);
      const both = result.bothChanged;
      setAsked(both.rows === 0 ? null : { file, both, merged: describeRest(result, file.name) });
      // The dialog says it, and what floats over its buttons is in the way.
      if (both.rows === 0) toast.show({ title: words, tone: result.affected > 0 ? "success" : "info" });
    },
    onError: (error, { take }) => {
      if (take === undefined) toast.show({ title: error.message, tone: "danger" });
    },
  });
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file !== undefined && !merge.isPending) merge.mutate({ file });
  };
  const over = usePageDrop(take);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,.xls,.ods"
        aria-label="Corrected file"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
      <Button size="sm" icon={<FileUp />} loading={merge.isPending} onClick={() => input.current?.click()}>
        {merge.isPending ? "Reading" : "Bring it back"}
      </Button>
      {asked !== null && (
        <BothChangedDialog
          both={asked.both}
          fileName={asked.file.name}
          merged={asked.merged}
          busy={merge.isPending}
          trouble={merge.error?.message ?? null}
          onTake={() => merge.mutate({ file: asked.file, take: "file" })}
          onClose={() => setAsked(null)}
        />
      )}
      {over && (
        <div className="pointer-events-none fixed inset-2 z-50 flex items-center justify-center rounded-lg border-2 border-dashed border-accent bg-backdrop">
          <p className="flex items-center gap-2 rounded-md bg-overlay px-4 py-3 text-base font-medium shadow-lg">
            <FileUp />
            Drop the corrected file: its rows take the place of those that wait
          </p>
        </div>
      )}
    </>
  );
}

/** A file dropped or pasted anywhere; true while one hovers over the page. */
function usePageDrop(take: (files: FileList | null | undefined) => void): boolean {
  const [depth, setDepth] = useState(0);
  const takes = useEffectEvent(take);
  useEffect(() => {
    const carries = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
    const listeners = {
      dragenter: (event: DragEvent) => carries(event) && setDepth((count) => count + 1),
      dragleave: (event: DragEvent) => carries(event) && setDepth((count) => Math.max(0, count - 1)),
      dragover: (event: DragEvent) => carries(event) && event.preventDefault(),
      drop: (event: DragEvent) => {
        if (!carries(event)) return;
        event.preventDefault();
        setDepth(0);
        takes(event.dataTransfer?.files);
      },
    };
    const onPaste = (event: ClipboardEvent) => {
      if ((event.clipboardData?.files.length ?? 0) === 0) return;
      event.preventDefault();
      takes(event.clipboardData?.files);
    };
    const pairs = Object.entries(listeners) as [string, (event: Event) => void][];
    for (const [name, listener] of pairs) window.addEventListener(name, listener);
    window.addEventListener("paste", onPaste);
    return () => {
      for (const [name, listener] of pairs) window.removeEventListener(name, listener);
      window.removeEventListener("paste", onPaste);
    };
  }, []);
  return depth > 0;
}
