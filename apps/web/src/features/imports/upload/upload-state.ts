/**
 * What happens to the file at hand, from being chosen to having arrived, as one state and the events that move it. Pure:
 * no file, no network, no clock.
 */
import { addSample, type Samples } from "../words/rate";
import type { Arrival, FileProblem } from "./arrival";
import type { Look } from "./look";

export interface FileFacts {
  name: string;
  bytes: number;
  /** milliseconds since 1970 */
  savedAt: number;
}

export type UploadState =
  | { step: "empty" }
  /** being recognised: text here in the browser, a workbook by the server; `sent` bytes of it have left */
  | { step: "looking"; file: FileFacts; sent: number | null }
  /** recognised, and waiting for a person to say what is lacking; nothing was sent */
  | { step: "asking"; file: FileFacts; look: Look; lacks: "match" | "domain" }
  /** recognised as something that cannot be read; nothing was sent */
  | { step: "stopped"; file: FileFacts; look: Look }
  | { step: "sending"; file: FileFacts; look: Look; sent: number; samples: Samples }
  /** every byte has left; the server reads the last rows */
  | { step: "reading"; file: FileFacts; look: Look }
  | { step: "arrived"; file: FileFacts; look: Look; arrival: Arrival }
  | { step: "failed"; file: FileFacts; look: Look | null; failure: UploadFailure };

export interface UploadFailure {
  /** what happened and what to do, in plain words */
  message: string;
  problems: FileProblem[];
  /** the record of the import that failed, when there is one */
  importId: string | null;
  /** whether sending the same file again may help */
  again: boolean;
}

export type UploadEvent =
  | { kind: "chosen"; file: FileFacts }
  /** a workbook on its way to be recognised */
  | { kind: "shown"; sent: number }
  /** `lacks`: what a person must say before it is sent */
  | { kind: "looked"; look: Look; lacks: "match" | "domain" | null }
  /** a person said what was lacking, or wants it read in another way */
  | { kind: "going"; look: Look }
  | { kind: "progressed"; sent: number; at: number }
  | { kind: "sent" }
  | { kind: "arrived"; arrival: Arrival }
  | { kind: "failed"; failure: UploadFailure }
  | { kind: "cleared" };

export const emptyUpload: UploadState = { step: "empty" };

/** The next state. An event that does not belong to the step at hand (a late answer) changes nothing. */
export function nextUpload(state: UploadState, event: UploadEvent): UploadState {
  switch (event.kind) {
    case "cleared":
      return emptyUpload;
    case "chosen":
      return { step: "looking", file: event.file, sent: null };
    case "shown":
      return state.step === "looking" ? { ...state, sent: Math.min(event.sent, state.file.bytes) } : state;
    case "looked":
      return state.step === "looking" ? afterLook(state.file, event) : state;
    case "going":
      return state.step === "empty" ? state : sending(state.file, event.look);
    case "progressed":
      return state.step === "sending" ? withProgress(state, event) : state;
    case "sent":
      return state.step === "sending" ? { step: "reading", file: state.file, look: state.look } : state;
    case "arrived":
      return state.step === "sending" || state.step === "reading"
        ? afterArrival(state, event.arrival)
        : state;
    case "failed":
      return state.step === "empty" || state.step === "arrived"
        ? state
        : { step: "failed", file: state.file, look: lookOf(state), failure: event.failure };
  }
}

/** What is known of the file's content; null before that. */
export function lookOf(state: UploadState): Look | null {
  return "look" in state ? state.look : null;
}

/** Whether leaving the page would lose something that is still on its way. */
export function isOnItsWay(state: UploadState): boolean {
  return state.step === "sending" || state.step === "reading";
}

/** The import that exists on the server for this file, if it is known. */
export function importIdOf(state: UploadState): string | null {
  return state.step === "arrived" ? state.arrival.importId : null;
}

/** 0 to 1; the reading counts as not known. */
export function shareOf(state: UploadState): number | null {
  switch (state.step) {
    case "sending":
      return state.file.bytes === 0 ? 1 : Math.min(1, state.sent / state.file.bytes);
    case "arrived":
      return 1;
    case "empty":
    case "looking":
    case "asking":
    case "stopped":
    case "reading":
    case "failed":
      return null;
  }
}

function afterLook(
  file: FileFacts,
  { look, lacks }: { look: Look; lacks: "match" | "domain" | null },
): UploadState {
  if (look.problems.some(({ code, severity }) => severity === "error" && !isForMatching(code, look)))
    return { step: "stopped", file, look };
  return lacks === null ? sending(file, look) : { step: "asking", file, look, lacks };
}

/** A mapping that lacks the address is mended by matching, not by another file. */
function isForMatching(code: string, look: Look): boolean {
  return code === "column.missing" && look.reading.mapping !== null && look.recognition.columns.length > 0;
}

function sending(file: FileFacts, look: Look): UploadState {
  return { step: "sending", file, look, sent: 0, samples: [] };
}

function withProgress(
  state: Extract<UploadState, { step: "sending" }>,
  { sent, at }: { sent: number; at: number },
): UploadState {
  // Progress events count the whole request; the file is all of it.
  const bytes = Math.min(sent, state.file.bytes);
  return { ...state, sent: bytes, samples: addSample(state.samples, { at, done: bytes }) };
}

function afterArrival(state: { file: FileFacts; look: Look }, arrival: Arrival): UploadState {
  const { file, look } = state;
  if (arrival.status !== "FAILED" && arrival.status !== "CANCELLED") {
    return { step: "arrived", file, look, arrival };
  }
  const message = arrival.failure ?? "The file could not be read. Nothing was changed.";
  const problems = arrival.problems.filter((problem) => problem.severity === "error");
  return {
    step: "failed",
    file,
    look,
    failure: { message, problems, importId: arrival.importId, again: problems.length === 0 },
  };
}
