"use client";
/** What the toasts of imports say. It decides nothing about when they are shown. */
import type { ImportRecord } from "@rollcall/accounts";
import { formatNumber, type ToastOptions } from "@rollcall/ui";
import { FileUp } from "lucide-react";
import { countOf } from "../../pieces/words";
import { describeProgress } from "../progress/describe-progress";
import type { UploadState } from "../upload/upload-state";
import { shareOf } from "../upload/upload-state";
import { describeBytes, describeLeft } from "../words/phrases";
import { secondsLeft } from "../words/rate";

export interface ImportToast {
  /** what the toast is about; a closed one comes back when this changes */
  kind: string;
  options: ToastOptions;
  actions: { label: string; href: string }[];
}

export function progressToast(record: ImportRecord): ImportToast {
  const { title, share, done, total, secondsLeft: left } = describeProgress(record);
  return {
    kind: "running",
    options: {
      // What takes an import back is named "Undo of people.csv".
      title: record.undoes === null ? `${title} from ${record.fileName}` : record.fileName,
      icon: <FileUp />,
      progress: {
        value: share,
        label: `${formatNumber(done)} of ${formatNumber(total)} rows`,
        hint: describeLeft(left),
      },
    },
    actions: [{ label: "Open", href: `/imports/${record.id}` }],
  };
}

export function endToast(record: ImportRecord): ImportToast {
  const open = { label: "Open", href: `/imports/${record.id}` };
  if (record.status === "READY" && record.objection !== null) {
    const title = `${record.fileName} was not carried out. Nothing was changed, and it waits to be previewed again.`;
    return { kind: "ended", options: { title, tone: "warning" }, actions: [{ ...open, label: "See why" }] };
  }
  if (record.status === "READY") {
    const title = `${record.fileName} was stopped. Nothing was changed, and its review is as it was.`;
    return { kind: "ended", options: { title, tone: "info" }, actions: [{ ...open, label: "Review" }] };
  }
  const isUndo = record.undoes !== null;
  const what = isUndo ? record.fileName : `The import of ${record.fileName}`;
  if (record.status !== "COMPLETED") {
    const failed = record.status === "FAILED";
    const title = `${what} ${failed ? "failed" : isUndo ? "was stopped" : "was cancelled"}. Nothing was changed.`;
    // Somebody stopped it on purpose: that is no trouble.
    return { kind: "ended", options: { title, tone: failed ? "danger" : "info" }, actions: [open] };
  }
  if (isUndo)
    return { kind: "ended", options: { title: `${what} is done`, tone: "success" }, actions: [open] };
  const { create = 0, update = 0 } = record.summary ?? {};
  const made = create > 0 ? `${countOf(create, "account")} created` : `${countOf(update, "account")} updated`;
  return {
    kind: "ended",
    options: { title: `${made} from ${record.fileName}`, tone: "success" },
    actions: [open],
  };
}

/** Null when nothing is to be said about the file at hand. */
export function uploadToast(state: UploadState): ImportToast | null {
  const back = { label: "Open", href: "/imports/new" };
  switch (state.step) {
    case "sending":
    case "reading": {
      const sent = state.step === "sending" ? state.sent : state.file.bytes;
      const left = state.step === "sending" ? describeLeft(secondsLeft(state.samples, state.file.bytes)) : "";
      const progress = {
        value: shareOf(state),
        label: `${describeBytes(sent)} of ${describeBytes(state.file.bytes)}`,
        hint: left,
      };
      return {
        kind: "uploading",
        options: { title: `Uploading ${state.file.name}`, icon: <FileUp />, progress },
        actions: [back],
      };
    }
    case "arrived":
      return {
        kind: "arrived",
        options: { title: `${state.file.name} is ready for review`, tone: "success" },
        actions: [{ label: "Review", href: `/imports/${state.arrival.importId}` }],
      };
    case "failed":
      return {
        kind: "failed",
        options: {
          title: `${state.file.name} was not taken`,
          description: state.failure.message,
          tone: "danger",
        },
        actions: [back],
      };
    case "empty":
    case "looking":
    case "asking":
    case "stopped":
      return null;
  }
}
