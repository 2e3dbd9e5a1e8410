"use client";
/** An import that did not come to its end: what happened, on which line, and the next step. Nothing was changed by it. */
import type { ImportRecord } from "@rollcall/accounts";
import { Button, Callout, EmptyState, PanelBody } from "@rollcall/ui";
import { CircleSlash, CircleX, FileUp, ScrollText } from "lucide-react";
import Link from "next/link";
import { lazyPart } from "../../pieces/lazy-part";
import { ImportPage } from "../import-page";
import { uploadStore } from "../upload/use-upload";

// Brings the words of every problem with it; only a file that failed needs them.
const FileProblems = lazyPart(() => import("./file-problems").then((module) => module.FileProblems));

export function EndedScreen({ record }: { record: ImportRecord }) {
  const failed = record.status === "FAILED";
  const errors = record.problems.filter((problem) => problem.severity === "error");
  return (
    <ImportPage title={record.fileName}>
      <PanelBody width="form">
        <EmptyState
          icon={failed ? <CircleX className="text-danger" /> : <CircleSlash />}
          title={titleOf(record)}
          description="Nothing was changed by it."
          className="!pb-6"
        />
        {failed && (
          <Callout tone="danger" className="mx-auto max-w-140">
            {errors.length > 0 ? (
              <FileProblems problems={errors} />
            ) : (
              (record.failure ?? "The file could not be taken.")
            )}
          </Callout>
        )}
        <div className="mt-6 flex flex-wrap justify-center gap-2">
          {record.undoes !== null ? (
            <Button variant="primary" render={<Link href={`/imports/${record.undoes.id}`} />}>
              Back to what it was to take back
            </Button>
          ) : (
            <Button
              variant="primary"
              icon={<FileUp />}
              render={<Link href="/imports/new" onClick={uploadStore.clear} />}
            >
              {failed ? "Choose the file again" : "Import a file"}
            </Button>
          )}
          <Button icon={<ScrollText />} render={<Link href={`/imports/${record.id}/record`} />}>
            Record of this import
          </Button>
        </div>
      </PanelBody>
    </ImportPage>
  );
}

function titleOf({ status, undoes }: ImportRecord): string {
  if (undoes === null) return status === "FAILED" ? "This import failed" : "This import was cancelled";
  return status === "FAILED" ? "It could not be taken back" : "Taking it back was stopped";
}
