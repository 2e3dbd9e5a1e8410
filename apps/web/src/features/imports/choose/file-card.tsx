"use client";
/** The file at hand: how far it is, what is wrong with it or what it is, and its first rows. */
import { lookOf, type UploadState } from "../upload/upload-state";
import type { Arrival } from "../upload/arrival";
import { EarlierImport } from "../words/earlier-import";
import { FileLine } from "./file-line";
import { FileTrouble } from "./file-trouble";
import { PreviewTable } from "./preview-table";
import { RecognitionFacts } from "./recognition-facts";
import { SheetPicker } from "./sheet-picker";

export function FileCard({
  state,
  onClear,
}: {
  state: Exclude<UploadState, { step: "empty" }>;
  onClear: () => void;
}) {
  // What cannot be read is not praised for its commas.
  const look = state.step === "stopped" ? null : lookOf(state);
  return (
    <div className="overflow-hidden rounded-md border border-border bg-surface shadow-xs">
      <FileLine state={state} onClear={onClear} />
      {state.step === "arrived" && <Earlier arrival={state.arrival} />}
      {(state.step === "stopped" || state.step === "failed") && <FileTrouble state={state} />}
      {look !== null && look.recognition.facts.length > 0 && <RecognitionFacts look={look} />}
      {look !== null && look.recognition.sheets.length > 1 && <SheetPicker look={look} />}
      {look !== null && look.recognition.columns.length > 0 && (
        <PreviewTable recognition={look.recognition} />
      )}
    </div>
  );
}

function Earlier({ arrival: { earlier } }: { arrival: Arrival }) {
  if (earlier === null) return null;
  return <EarlierImport earlier={{ ...earlier, at: new Date(earlier.at) }} className="mx-4 my-3" />;
}
