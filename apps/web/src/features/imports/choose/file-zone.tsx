"use client";
/** The zone that takes a file and, once there is one, shows it: how far it is, what it is, its first rows. */
import { Callout, Dropzone } from "@rollcall/ui";
import { Lock } from "lucide-react";
import { lazyPart } from "../../pieces/lazy-part";
import { useModKey } from "../../shell/reader";
import { lookOf, type UploadState } from "../upload/upload-state";
import type { Notice } from "./use-chosen-file";

const FileCard = lazyPart(() => import("./file-card").then((module) => module.FileCard));

export interface FileZoneProps {
  state: UploadState;
  notice: Notice | null;
  onFile: (file: File) => void;
  onRefuse: (words: string) => void;
  onClear: () => void;
  /** what one file may hold, in words */
  limit: string;
}

export function FileZone({ state, notice, onFile, onRefuse, onClear, limit }: FileZoneProps) {
  const mod = useModKey();
  return (
    <div className="min-w-0">
      {notice !== null && (
        <Callout tone={notice.tone} live className="mb-3">
          {notice.words}
        </Callout>
      )}
      <Dropzone
        label="File with people"
        // Any name will do: what a file is, its content says.
        extensions={[""]}
        onFile={onFile}
        onRefuse={() =>
          onRefuse(
            "One file at a time, please. Put the lists together, or bring them in one after the other.",
          )
        }
        pasteKeys={[mod, "V"]}
        hint={
          state.step === "empty" ? `CSV, TSV, XLS, XLSX, ODS, up to ${limit}` : "CSV, TSV, XLS, XLSX, ODS"
        }
        status={statusOf(state)}
      >
        {state.step === "empty" ? null : <FileCard state={state} onClear={onClear} />}
      </Dropzone>
      <p className="mt-3 flex items-center gap-2 px-1 text-xs text-foreground-3">
        <Lock className="size-3.5" />
        {isWorkbook(state)
          ? "A workbook is opened on the server and not kept there. Passwords are never shown, logged or mailed."
          : "Recognised in your browser. Passwords are never shown, logged or mailed."}
      </p>
    </div>
  );
}

function isWorkbook(state: UploadState): boolean {
  return state.step === "looking" ? state.sent !== null : (lookOf(state)?.recognition.sheets.length ?? 0) > 0;
}

/** For assistive technology: the turns of the story, not every percent. */
function statusOf(state: UploadState): string {
  switch (state.step) {
    case "empty":
      return "";
    case "looking":
      return `Reading ${state.file.name}`;
    case "asking":
      return state.lacks === "match"
        ? "The columns of the file have to be matched"
        : `${state.look.formatLabel ?? "The file"} recognised, its domain has to be named`;
    case "stopped":
      return `${state.file.name} cannot be read`;
    case "sending":
      return `${state.look.formatLabel ?? "The file"} recognised, uploading`;
    case "reading":
      return "Uploaded, the rows are being checked";
    case "arrived":
      return `${state.arrival.rows} rows are ready for review`;
    case "failed":
      return "The upload failed";
  }
}
