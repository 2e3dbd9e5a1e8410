/**
 * Shows a workbook to the server and gets back what it is. XMLHttpRequest, because fetch tells nothing of what has been sent.
 * Nothing is stored by it.
 */
import type { Recognition } from "@rollcall/importer";
import { announcementHeader, encodeAnnouncement } from "./announcement";
import type { LookHandlers } from "./look-at-file";
import type { Reading } from "./reading";

/** Rejects with an Error whose message can be shown. */
export function inspectWorkbook(
  file: File,
  { encoding: _, ...options }: Reading,
  { onProgress, signal }: LookHandlers,
): Promise<Recognition> {
  const announced = encodeAnnouncement({ fileName: file.name, bytes: file.size, sha256: null, options });
  if (announced === null) return Promise.reject(new Error("The mapping is too long to be sent."));
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/imports/inspect");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader(announcementHeader, announced.header);
    request.upload.onprogress = (event) => onProgress(Math.max(0, event.loaded - announced.before.length));
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status === 200 && typeof answer === "object" && answer !== null && "recognition" in answer)
        resolve((answer as { recognition: Recognition }).recognition);
      else reject(new Error(saidBy(answer)));
    };
    request.onerror = () =>
      reject(new Error("The connection was lost while the workbook was being read. Nothing was changed."));
    request.onabort = () => reject(new Error("It was stopped. Nothing was changed."));
    signal.addEventListener("abort", () => request.abort());
    request.send(new Blob([announced.before, file]));
  });
}

function saidBy(answer: unknown): string {
  const said = (answer as { error?: unknown } | null)?.error;
  return typeof said === "string" ? said : "Something went wrong on the server. Nothing was changed.";
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
