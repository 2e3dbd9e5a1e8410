"use client";
/**
 * The second step of an import: every column of the file with what is in it, the field it goes into, and why. What is not sure
 * is asked, and one click answers. Options aside; a mapping can be kept under a name.
 */
import { BottomBar, Button, Callout, PanelBody, SkeletonRows } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, ArrowRight, RotateCcw } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useTRPC } from "../../../trpc/client";
import { countOf } from "../../pieces/words";
import { FileTrouble } from "../choose/file-trouble";
import { OptionsAside } from "../choose/options-aside";
import { ImportPage } from "../import-page";
import { isDirectorySpreadsheet, type Look } from "../upload/look";
import { uploadStore, useUpload } from "../upload/use-upload";
import { ColumnList } from "./column-list";
import { LackingFields } from "./lacking-fields";
import { lacking, type Draft } from "./match-draft";
import { openQuestions } from "./match-questions";
import { SavedMappingMenu } from "./saved-mapping-menu";
import { SaveMapping, type MappingToSave } from "./save-mapping";
import { useDraft } from "./use-draft";
import { useLeaveMatch } from "./use-leave-match";
import { UnknownColumns } from "./unknown-columns";

export function MatchScreen({ look }: { look: Look }) {
  const trpc = useTRPC();
  const attributes = useQuery(trpc.organisation.attributes.list.queryOptions());
  if (attributes.isPending)
    return (
      <ImportPage title="New import" step={1}>
        <PanelBody>
          <SkeletonRows rows={10} label="Loading the columns" />
        </PanelBody>
      </ImportPage>
    );
  return <Match look={look} attributes={(attributes.data ?? []).map(({ name }) => name)} />;
}

function Match({ look, attributes }: { look: Look; attributes: readonly string[] }) {
  const { state, options } = useUpload();
  const { draft, change, startOver } = useDraft(look, attributes);
  const [toSave, setToSave] = useState<MappingToSave>({ wanted: false, name: draft.name });
  const leave = useLeaveMatch(look, draft, toSave);
  const questions = openQuestions(draft, attributes);
  // A format that was left as it is knows for itself what it needs.
  const own = draft.changed || look.recognition.format?.id === "custom";
  const missing = own ? lacking(draft) : null;
  const failed = state.step === "failed" || state.step === "stopped" ? state : null;
  const domainMissing =
    look.demands.domain === true && !draft.changed && options.domain === null
      ? "Say in the options which domain the user names belong to."
      : null;
  return (
    <ImportPage title={state.step === "empty" ? "New import" : state.file.name} step={1}>
      <PanelBody
        aside={
          <OptionsAside options={options} onChange={uploadStore.setOptions} look={look} byItself={false} />
        }
      >
        <div className="mx-auto w-full max-w-300 px-4 py-6 md:px-6">
          <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-3">
            <div className="min-w-0">
              <h2 className="text-xl font-semibold">Match columns</h2>
              <p className="mt-1 text-pretty text-foreground-3">
                {summaryOf(look, state.step === "arrived" ? state.arrival.rows : null)}
              </p>
            </div>
            <span className="flex flex-wrap gap-1.5">
              {draft.changed && (
                <Button variant="ghost" icon={<RotateCcw />} onClick={startOver}>
                  Start over
                </Button>
              )}
              <SavedMappingMenu
                look={look}
                draft={draft}
                onUse={(next) => {
                  change(next);
                  setToSave({ wanted: false, name: next.name });
                }}
              />
            </span>
          </div>
          {failed !== null && (
            <div className="mt-4 overflow-hidden rounded-md border border-border">
              <FileTrouble state={failed} />
            </div>
          )}
          {leave.trouble !== null && (
            <Callout tone="danger" live className="mt-4">
              {leave.trouble}
            </Callout>
          )}
          <ColumnList draft={draft} attributes={attributes} onChange={change} />
          <UnknownColumns draft={draft} onChange={change} />
          <LackingFields draft={draft} onChange={change} />
          <SaveMapping value={toSave} onChange={setToSave} known={draft.name} />
        </div>
      </PanelBody>
      <BottomBar
        note={<span aria-live="polite">{missing ?? domainMissing ?? usedWords(draft, questions)}</span>}
      >
        <Button variant="ghost" icon={<ArrowLeft />} render={<Link href="/imports/new" />}>
          Back
        </Button>
        <Button
          variant="primary"
          trailing={<ArrowRight />}
          loading={leave.waiting}
          disabled={missing !== null || domainMissing !== null}
          onClick={leave.go}
        >
          {leave.waiting ? "Preparing the review" : reviewLabel(look, draft)}
        </Button>
      </BottomBar>
    </ImportPage>
  );
}

function reviewLabel(look: Look, draft: Draft): string {
  return !draft.changed && isDirectorySpreadsheet(look.recognition.format?.id) ? "Preview changes" : "Review";
}

function summaryOf({ recognition, aboutRows }: Look, rows: number | null): string {
  const sheet = recognition.sheets.find(({ name }) => name === recognition.sheet);
  const parts = [
    recognition.sheet === null ? null : `Sheet “${recognition.sheet}”`,
    countOf(recognition.columns.length, "column"),
    rowWords(recognition.stats[0]?.rows ?? null, {
      arrived: rows,
      sheet: sheet?.rows ?? null,
      about: aboutRows,
    }),
  ].filter((part) => part !== null);
  return `${parts.join(" · ")}. Every suggestion says why it was made.`;
}

/** What is known best: what arrived, what the sheet has, an estimate, or all the rows there were to see. */
function rowWords(
  seen: number | null,
  known: { arrived: number | null; sheet: number | null; about: number | null },
): string | null {
  if (known.arrived !== null) return countOf(known.arrived, "row");
  if (known.sheet !== null) return countOf(known.sheet, "line");
  if (known.about !== null) return `about ${countOf(known.about, "row")}`;
  return seen === null ? null : countOf(seen, "row");
}

function usedWords({ columns }: Draft, questions: number): string {
  const used = columns.filter(({ to }) => to !== null).length;
  const left = columns.length - used;
  const words = `${countOf(used, "column")} used${left === 0 ? "" : `, ${String(left)} left out`}`;
  return questions === 0 ? words : `${words} · ${countOf(questions, "question")} open`;
}
