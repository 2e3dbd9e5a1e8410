/**
 * Sends a file to the server as the body of one request and says how far it is. XMLHttpRequest, because fetch tells
 * nothing of what has been sent. It keeps no state and knows no screen.
 */
import { announcementHeader, encodeAnnouncement, type Announcement } from "./announcement";
import type { Arrival } from "./arrival";
import type { UploadFailure } from "./upload-state";

export interface SendHandlers {
  onProgress: (sent: number) => void;
  /** every byte has left */
  onSent: () => void;
  onArrival: (arrival: Arrival) => void;
  onFailure: (failure: UploadFailure) => void;
}

/** Begins at once; the function it gives stops it, after which no handler is called. */
export function sendFile(file: File, announcement: Announcement, handlers: SendHandlers): () => void {
  const announced = encodeAnnouncement(announcement);
  if (announced === null) {
    handlers.onFailure(
      failure("The mapping of the columns is too long to be sent (over 1 MB). Nothing was sent.", false),
    );
    return () => undefined;
  }
  const request = new XMLHttpRequest();
  let over = false;
  const settle = (tell: () => void) => {
    if (!over) tell();
    over = true;
  };
  request.open("POST", "/api/imports");
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.setRequestHeader(announcementHeader, announced.header);
  request.upload.onprogress = (event) => {
    if (!over) handlers.onProgress(Math.max(0, event.loaded - announced.before.length));
  };
  request.upload.onload = () => {
    if (!over) handlers.onSent();
  };
  request.onload = () => settle(() => readAnswer(request, handlers));
  request.onerror = () =>
    settle(() =>
      handlers.onFailure(
        failure(
          "The connection was lost, or the file was changed while it was being sent. Nothing was changed.",
          true,
        ),
      ),
    );
  request.send(new Blob([announced.before, file]));
  return () => {
    over = true;
    request.abort();
  };
}

function readAnswer(request: XMLHttpRequest, handlers: SendHandlers): void {
  const answer = parse(request.responseText);
  if (request.status === 201 && isArrival(answer)) {
    handlers.onArrival(answer);
    return;
  }
  if (request.status === 401) {
    const here = window.location.pathname + window.location.search;
    window.location.assign(`/sign-in?ended=1&callbackUrl=${encodeURIComponent(here)}`);
    return;
  }
  const said = (answer as { error?: unknown } | null)?.error;
  const words = typeof said === "string" ? said : "Something went wrong on the server. Nothing was changed.";
  handlers.onFailure(failure(words, request.status >= 500 || request.status === 0));
}

function failure(message: string, again: boolean): UploadFailure {
  return { message, problems: [], importId: null, again };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isArrival(answer: unknown): answer is Arrival {
  return typeof answer === "object" && answer !== null && "importId" in answer;
}
