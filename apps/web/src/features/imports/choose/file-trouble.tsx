"use client";
/** Why a file could not be taken, line by line, and the ways on: read it differently, send it again, look it up. */
import type { EncodingId } from "@rollcall/importer";
import { Button, Callout } from "@rollcall/ui";
import Link from "next/link";
import { importNumber } from "../words/status";
import type { FileProblem } from "../upload/arrival";
import type { UploadState } from "../upload/upload-state";
import { uploadStore } from "../upload/use-upload";

type Trouble = Extract<UploadState, { step: "stopped" | "failed" }>;

const encodingLabels: Record<string, string> = {
  "windows-1252": "Windows-1252",
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
};

export function FileTrouble({ state }: { state: Trouble }) {
  const problems =
    state.step === "stopped"
      ? state.look.problems.filter((problem) => problem.severity === "error")
      : state.failure.problems;
  const message = state.step === "failed" ? state.failure.message : null;
  const offer = problems.find((problem) => problem.offer !== "")?.offer ?? "";
  return (
    <div className="border-b border-border p-3">
      <Callout
        tone="danger"
        live
        title={state.step === "stopped" ? "This file cannot be read as it is" : "The file was not taken"}
        action={<Ways state={state} offer={offer} />}
      >
        {problems.length > 0 ? (
          <ul className="mt-0.5 space-y-1">
            {problems.map((problem) => (
              <ProblemLine key={`${String(problem.line)} ${problem.code}`} problem={problem} />
            ))}
          </ul>
        ) : (
          message
        )}
        {state.step === "failed" && state.failure.importId !== null && (
          <p className="mt-1.5 text-xs">
            Nothing was changed. It is on the record as{" "}
            <Link className="text-accent-text underline" href={`/imports/${state.failure.importId}/record`}>
              {importNumber(state.failure.importId)}
            </Link>
            .
          </p>
        )}
      </Callout>
    </div>
  );
}

function ProblemLine({ problem }: { problem: FileProblem }) {
  return (
    <li>
      {problem.line !== null && (
        <span className="tabular font-medium">Line {problem.line.toLocaleString("en-GB")}: </span>
      )}
      {problem.message}
    </li>
  );
}

function Ways({ state, offer }: { state: Trouble; offer: string }) {
  if (offer !== "") {
    return (
      <Button variant="primary" size="sm" onClick={() => uploadStore.retry(offer as EncodingId)}>
        Read as {encodingLabels[offer] ?? offer}
      </Button>
    );
  }
  if (state.step === "failed" && state.failure.again) {
    return (
      <Button size="sm" onClick={() => uploadStore.retry()}>
        Send it again
      </Button>
    );
  }
  return null;
}
