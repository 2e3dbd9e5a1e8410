"use client";
/** Why a file could not be taken, line by line, and the ways on: read it differently, match it by hand, send it again, look it up. */
import { Button, Callout } from "@rollcall/ui";
import Link from "next/link";
import { lazyPart } from "../../pieces/lazy-part";
import type { FileProblem } from "../upload/arrival";
import { lookOf, type UploadState } from "../upload/upload-state";
import { uploadStore } from "../upload/use-upload";
import { importNumber } from "../words/import-number";
import { AboutImport } from "./about-import";
import { FormatMenu } from "./recognition-facts";
import { useLetGo } from "./use-chosen-file";

const EncodingRepair = lazyPart(() => import("./encoding-repair").then((module) => module.EncodingRepair));

type Trouble = Extract<UploadState, { step: "stopped" | "failed" }>;

/** The file is a table; only what its columns are was not found out, or is not as the format has it. */
const aboutColumns = new Set([
  "file.no-header",
  "file.unknown-format",
  "file.checkpoint-missing",
  "file.name-column",
  "column.missing",
]);

export function FileTrouble({ state }: { state: Trouble }) {
  const problems =
    state.step === "stopped"
      ? state.look.problems.filter((problem) => problem.severity === "error")
      : state.failure.problems;
  const message = state.step === "failed" ? state.failure.message : null;
  const offered = problems.find((problem) => problem.offer !== "");
  const look = lookOf(state);
  const mayMatch = look !== null && problems.some(({ code }) => aboutColumns.has(code));
  return (
    <div className="border-b border-border p-3">
      <Callout
        tone="danger"
        live
        title={state.step === "stopped" ? "This file cannot be read as it is" : "The file was not taken"}
        action={
          state.step === "failed" && state.failure.again ? (
            <Button size="sm" onClick={() => uploadStore.retry()}>
              Send it again
            </Button>
          ) : undefined
        }
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
        {mayMatch && (
          <div className="mt-2.5 flex flex-wrap gap-1.5">
            <MatchByHand />
            <FormatMenu look={look} />
          </div>
        )}
      </Callout>
      {offered !== undefined && (
        <EncodingRepair problem={offered} from={look?.recognition.encoding ?? "utf-8"} />
      )}
    </div>
  );
}

/** Takes the first line as the names of the columns; which is what, the next step asks. */
function MatchByHand() {
  const letGo = useLetGo();
  const mapping = { name: "Matched by hand", version: 1, header: 1, columns: [{ from: 1, to: null }] };
  return (
    <Button
      size="sm"
      onClick={() => {
        letGo();
        uploadStore.read({ format: null, mapping });
      }}
    >
      Match its columns by hand
    </Button>
  );
}

function ProblemLine({ problem }: { problem: FileProblem }) {
  return (
    <li>
      {problem.line !== null && (
        <span className="tabular font-medium">Line {problem.line.toLocaleString("en-GB")}: </span>
      )}
      {problem.message}
      <AboutImport about={problem.about} />
    </li>
  );
}
