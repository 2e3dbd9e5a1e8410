"use client";
/**
 * The first step of an import: one zone for a file, what was recognised in it, and the options. The file is on its way
 * while one reads; "Review" pressed early waits for it.
 */
import { BottomBar, Button, PanelBody } from "@rollcall/ui";
import { ArrowRight } from "lucide-react";
import dynamic from "next/dynamic";
import { ImportPage } from "../import-page";
import { describeBytes } from "../words/phrases";
import type { UploadState } from "../upload/upload-state";
import { uploadStore, useUpload } from "../upload/use-upload";
import { ColumnGuide } from "./column-guide";
import { FileZone } from "./file-zone";
import { TemplateList, type Template } from "./template-list";
import { useChosenFile } from "./use-chosen-file";
import { useGoToReview } from "./use-go-to-review";

// Nobody needs the options before there is a file.
const OptionsAside = dynamic(() => import("./options-aside").then((module) => module.OptionsAside));

export interface ChooseScreenProps {
  templates: Template[];
  /** what one file may hold */
  maxBytes: number;
}

export function ChooseScreen({ templates, maxBytes }: ChooseScreenProps) {
  const { state, options } = useUpload();
  const { notice, choose, clear, refuse } = useChosenFile(maxBytes);
  const review = useGoToReview();
  const isEmpty = state.step === "empty";
  const templateSection = <TemplateList templates={templates} />;
  return (
    <ImportPage title="New import" step={0}>
      <PanelBody
        aside={
          isEmpty ? undefined : (
            <OptionsAside options={options} onChange={uploadStore.setOptions}>
              {templateSection}
            </OptionsAside>
          )
        }
      >
        <div className="mx-auto w-full max-w-300 px-4 py-6 md:px-10 md:py-10">
          <h2 className="text-xl font-semibold">Bring people in</h2>
          <p className="mt-1 text-base text-pretty text-foreground-2">
            Any list will do. Nothing changes until you have seen every row and pressed Create.
          </p>
          <div className={isEmpty ? "mt-6 grid gap-8 lg:grid-cols-[minmax(0,1fr)_var(--aside)]" : "mt-6"}>
            <div className="min-w-0">
              <FileZone
                state={state}
                notice={notice}
                onFile={choose}
                onRefuse={refuse}
                onClear={clear}
                limit={describeBytes(maxBytes)}
              />
              {isEmpty && templates.map((template) => <ColumnGuide key={template.id} template={template} />)}
            </div>
            {isEmpty && (
              <section>
                <h3 className="text-sm font-semibold">Start from a template</h3>
                <p className="mb-3 text-foreground-3">Empty, or with sample rows</p>
                {templateSection}
              </section>
            )}
          </div>
        </div>
      </PanelBody>
      {!isEmpty && (
        <BottomBar note={<span aria-live="polite">{review.trouble ?? noteFor(state)}</span>}>
          <Button
            variant="primary"
            trailing={<ArrowRight />}
            loading={review.waiting}
            disabled={state.step === "stopped" || state.step === "failed"}
            onClick={review.go}
          >
            {labelFor(state, review.waiting)}
          </Button>
        </BottomBar>
      )}
    </ImportPage>
  );
}

function labelFor(state: UploadState, waiting: boolean): string {
  if (waiting) return state.step === "arrived" ? "Preparing the review" : "Waiting for the upload";
  return state.step === "arrived" ? `Review ${state.arrival.rows.toLocaleString("en-GB")} rows` : "Review";
}

function noteFor(state: UploadState): string {
  switch (state.step) {
    case "empty":
    case "looking":
      return "";
    case "stopped":
    case "failed":
      return "Nothing was changed. Correct the file and drop it here again.";
    case "sending":
    case "reading":
    case "arrived":
      return "Columns were recognised with certainty. Next you see every row, before anything is changed.";
  }
}
