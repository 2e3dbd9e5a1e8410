"use client";
/**
 * The first two steps of an import: one zone for a file and what was recognised in it, then the columns where somebody must or
 * wants to match them. The file is on its way while one reads; "Review" pressed early waits for it.
 */
import { BottomBar, Button, PanelBody } from "@rollcall/ui";
import { ArrowRight } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { lazyPart } from "../../pieces/lazy-part";
import { ImportPage } from "../import-page";
import { isDirectorySpreadsheet } from "../upload/look";
import { lookOf, type UploadState } from "../upload/upload-state";
import { uploadStore, useUpload } from "../upload/use-upload";
import { describeBytes } from "../words/phrases";
import { FileZone } from "./file-zone";
import { TemplateList, type Template } from "./template-list";
import { useChosenFile } from "./use-chosen-file";
import { useGoToReview } from "./use-go-to-review";

// Nobody needs these before there is a file.
const OptionsAside = lazyPart(() => import("./options-aside").then((module) => module.OptionsAside));
const MatchScreen = lazyPart(() => import("../match/match-screen").then((module) => module.MatchScreen));
const SavedMappings = dynamic(
  () => import("../match/saved-mappings").then((module) => module.SavedMappings),
  {
    ssr: false,
  },
);

export interface ChooseScreenProps {
  templates: Template[];
  /** what one file may hold */
  maxBytes: number;
}

const matchHref = "/imports/new?step=match";

export function ChooseScreen({ templates, maxBytes }: ChooseScreenProps) {
  const { state, options } = useUpload();
  const { notice, choose, clear, refuse } = useChosenFile(maxBytes);
  const review = useGoToReview();
  const look = lookOf(state);
  const matching = useSearchParams().get("step") === "match" && look !== null && state.step !== "stopped";
  const byItself = look?.demands.commitsByItself === true && look.reading.mapping === null && !options.hold;
  useGoOnByItself(
    byItself && state.step === "arrived" && !review.waiting && review.trouble === null,
    review.go,
  );
  if (matching) return <MatchScreen look={look} />;
  const isEmpty = state.step === "empty";
  const templateSection = <TemplateList templates={templates} />;
  return (
    <ImportPage title="New import" step={0}>
      <PanelBody
        aside={
          isEmpty ? undefined : (
            <OptionsAside options={options} onChange={uploadStore.setOptions} look={look} byItself={byItself}>
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
            </div>
            {isEmpty && (
              <section className="min-w-0">
                <h3 className="text-sm font-semibold">Start from a template</h3>
                <p className="mb-3 text-foreground-3">Empty, or with sample rows</p>
                {templateSection}
                <p className="mt-3 text-xs text-pretty text-foreground-3">
                  A Connect file imports by itself when every row is right. Every other one waits for you.
                </p>
                <SavedMappings />
              </section>
            )}
          </div>
        </div>
      </PanelBody>
      {!isEmpty && (
        <BottomBar note={<span aria-live="polite">{review.trouble ?? noteFor(state, byItself)}</span>}>
          <Buttons state={state} onReview={() => review.go()} waiting={review.waiting} byItself={byItself} />
        </BottomBar>
      )}
    </ImportPage>
  );
}

/** connect: what is clean is imported without being asked (sources/002), and what is not is shown. */
function useGoOnByItself(ready: boolean, go: () => void): void {
  const onReady = useEffectEvent(() => go());
  useEffect(() => {
    if (ready) onReady();
  }, [ready]);
}

interface ButtonsProps {
  state: UploadState;
  onReview: () => void;
  waiting: boolean;
  byItself: boolean;
}

function Buttons({ state, onReview, waiting, byItself }: ButtonsProps) {
  const mustMatch = state.step === "asking" && state.lacks === "match";
  const columns = lookOf(state)?.recognition.columns.length ?? 0;
  const mayMatch = columns > 0 && state.step !== "stopped" && !byItself;
  if (mustMatch)
    return (
      <Button variant="primary" trailing={<ArrowRight />} render={<Link href={matchHref} />}>
        Match {columns === 1 ? "1 column" : `${String(columns)} columns`}
      </Button>
    );
  return (
    <>
      {mayMatch && <Button render={<Link href={matchHref} />}>Match columns anyway</Button>}
      <Button
        variant="primary"
        trailing={<ArrowRight />}
        loading={waiting}
        disabled={isBlocked(state)}
        onClick={onReview}
      >
        {labelFor(state, waiting, byItself)}
      </Button>
    </>
  );
}

function isBlocked(state: UploadState): boolean {
  return (
    state.step === "stopped" || state.step === "failed" || (state.step === "asking" && lacksDomain(state))
  );
}

function lacksDomain(state: UploadState): boolean {
  return state.step === "asking" && state.lacks === "domain" && uploadStore.get().options.domain === null;
}

function labelFor(state: UploadState, waiting: boolean, byItself: boolean): string {
  if (waiting) return state.step === "arrived" ? "Preparing the review" : "Waiting for the upload";
  if (byItself) return "Import";
  const look = lookOf(state);
  if (isDirectorySpreadsheet(look?.recognition.format?.id)) return "Preview changes";
  return state.step === "arrived" ? `Review ${state.arrival.rows.toLocaleString("en-GB")} rows` : "Review";
}

function noteFor(state: UploadState, byItself: boolean): string {
  switch (state.step) {
    case "empty":
    case "looking":
      return "";
    case "asking":
      if (state.lacks === "match") return "Next you say which column is what. Nothing has been sent yet.";
      return lacksDomain(state)
        ? "Say in the options which domain the user names belong to."
        : "Next you see every row, before anything is changed.";
    case "stopped":
    case "failed":
      return "Nothing was changed. Correct the file and drop it here again.";
    case "sending":
    case "reading":
    case "arrived":
      return byItself
        ? "Imports by itself when every row is right; otherwise you see what to correct."
        : "Columns were recognised with certainty, so matching is skipped.";
  }
}
