"use client";
/**
 * The question whether an import is taken back: four heaps with their accounts, what else goes with it, and which of them. What is
 * shown and chosen is in the address; nothing is done until the button at the foot is pressed.
 */
import type { ImportRecord, UndoHeap, UndoPreview } from "@rollcall/accounts";
import {
  BottomBar,
  Button,
  Callout,
  FilterChip,
  Panel,
  PanelBody,
  SearchInput,
  SkeletonRows,
  StatTileGroup,
  Toolbar,
} from "@rollcall/ui";
import { CircleSlash, Eraser, ListChecks, ShieldCheck, Undo2 } from "lucide-react";
import Link from "next/link";
import { QueryTrouble } from "../../pieces/query-trouble";
import { useSearchText } from "../../pieces/use-search-text";
import { useUrlState, type UrlStep } from "../../pieces/use-url-state";
import { countOf } from "../../pieces/words";
import { useMay } from "../../shell/viewer-context";
import { ImportPage } from "../import-page";
import { GuardDialog } from "../review/guard-dialog";
import { useImport } from "../use-import";
import { describeAlso, describeChoice } from "./describe-undo";
import { UndoRows } from "./undo-rows";
import { mostTicked, undoUrl, type UndoView } from "./undo-url";
import { bringsBack } from "./undo-words";
import { useUndo, type Undo } from "./use-undo";

export function UndoScreen({ importId }: { importId: string }) {
  const query = useImport(importId);
  if (query.data !== undefined) return <Question record={query.data} />;
  return query.isError ? (
    <Panel>
      <QueryTrouble error={query.error} onRetry={() => void query.refetch()} what="import" />
    </Panel>
  ) : (
    <ImportPage title="Take back">
      <SkeletonRows rows={12} label="Looking at the import" />
    </ImportPage>
  );
}

function Question({ record }: { record: ImportRecord }) {
  const [view, setView] = useUrlState(undoUrl);
  const undo = useUndo(record, view);
  const title = bringsBack(record)
    ? "Take this undo back, and do the import again?"
    : `Take back ${record.fileName}?`;
  return (
    <ImportPage title={record.fileName}>
      <PanelBody scroll={false}>
        <div className="px-4 pt-5 md:px-5">
          <h2 className="text-lg font-semibold text-balance">{title}</h2>
          <Also preview={undo.chosen} />
        </div>
        {undo.trouble !== null && (
          <Callout tone="danger" live className="mx-4 mt-3 md:mx-5">
            {undo.trouble}
          </Callout>
        )}
        {undo.whole !== undefined && (
          <>
            <Heaps whole={undo.whole} view={view} onViewChange={setView} />
            <Tools record={record} view={view} onViewChange={setView} />
            <UndoRows
              importId={record.id}
              view={view}
              onTick={(rows) => setView({ ...view, rows: rows.slice(0, mostTicked), only: false }, "replace")}
            />
          </>
        )}
        {undo.whole === undefined && undo.trouble === null && (
          <SkeletonRows rows={10} label="Looking at what it would do" />
        )}
      </PanelBody>
      <Foot record={record} view={view} undo={undo} />
      {undo.asked !== null && (
        <GuardDialog
          asked={undo.asked}
          label={buttonWords(record, undo)}
          busy={undo.running}
          title={bringsBack(record) ? "Bringing it back is over a limit" : "Taking it back is over a limit"}
          does={bringsBack(record) ? "it brings back" : "it takes back"}
        />
      )}
    </ImportPage>
  );
}

/** What else goes with it, and what cannot be taken back. */
function Also({ preview }: { preview: UndoPreview | undefined }) {
  if (preview === undefined) return null;
  return <p className="mt-1 max-w-180 text-pretty text-foreground-2">{describeAlso(preview)}</p>;
}

const tiles = [
  {
    id: "restored",
    icon: <Undo2 />,
    tone: "info",
    label: "Go back to before",
    caption: "Changed by the import",
  },
  // not red: a tinted tile looks like the one that is chosen
  { id: "removed", icon: <Eraser />, tone: "info", label: "Are removed", caption: "Made by the import" },
  {
    id: "kept",
    icon: <ShieldCheck />,
    tone: "neutral",
    label: "Stay as now",
    caption: "Changed by somebody since",
  },
  { id: "gone", icon: <CircleSlash />, tone: "neutral", label: "Are gone already", caption: "Deleted since" },
] as const satisfies readonly { id: UndoHeap; [more: string]: unknown }[];

interface ViewProps {
  view: UndoView;
  onViewChange: (view: UndoView, step?: UrlStep) => void;
}

function Heaps({ whole, view, onViewChange }: ViewProps & { whole: UndoPreview }) {
  return (
    <div className="px-4 pt-4 pb-3 md:px-5">
      <StatTileGroup<UndoHeap>
        label="Show only"
        selected={view.heap === null ? [] : [view.heap]}
        onSelectedChange={(selected) => onViewChange({ ...view, heap: selected.at(-1) ?? null, only: false })}
        tiles={tiles.map((tile) => ({ ...tile, value: whole[tile.id] }))}
      />
    </div>
  );
}

function Tools({ record, view, onViewChange }: ViewProps & { record: ImportRecord }) {
  const [text, setText] = useSearchText(view.search, (search) =>
    onViewChange({ ...view, search, only: false }, "replace"),
  );
  const undone = view.heap === null || view.heap === "restored" || view.heap === "removed";
  const narrowed = view.heap !== null || view.search.trim() !== "";
  return (
    <Toolbar
      end={
        narrowed && undone && !view.only && view.rows.length === 0 ? (
          <Button icon={<ListChecks />} onClick={() => onViewChange({ ...view, only: true })}>
            Take back only these
          </Button>
        ) : undefined
      }
    >
      <SearchInput
        slash
        label="Search accounts"
        placeholder={record.rows === 1 ? "Search 1 account" : "Name or address"}
        value={text}
        onValueChange={setText}
        className="w-64 max-md:w-full max-md:min-w-52"
      />
      {view.only && (
        <FilterChip
          field="Taken back"
          verb="are"
          value="only these"
          removeLabel="Take back all of them again"
          onRemove={() => onViewChange({ ...view, only: false })}
        />
      )}
      {view.rows.length > 0 && (
        <FilterChip
          field="Taken back"
          verb="are"
          value={`${countOf(view.rows.length, "ticked account")}${view.rows.length === mostTicked ? ", no more can be ticked" : ""}`}
          removeLabel="Untick all of them"
          onRemove={() => onViewChange({ ...view, rows: [] })}
        />
      )}
    </Toolbar>
  );
}

const touchedBy = ({ chosen }: Undo): number => (chosen?.restored ?? 0) + (chosen?.removed ?? 0);

function buttonWords(record: ImportRecord, undo: Undo): string {
  const touched = touchedBy(undo);
  if (touched === 0) return "Take it back";
  return `${bringsBack(record) ? "Bring" : "Take"} back ${countOf(touched, "account")}`;
}

function Foot({ record, view, undo }: { record: ImportRecord; view: UndoView; undo: Undo }) {
  const mayRun = useMay("imports.run");
  const { chosen } = undo;
  return (
    <BottomBar
      note={
        <p role="status" className="text-pretty">
          {chosen === undefined ? "Looking at what it would do." : describeChoice(chosen, view)}
        </p>
      }
    >
      <Button render={<Link href={`/imports/${record.id}`} />}>Leave it as it is</Button>
      {mayRun && (
        <Button
          variant={bringsBack(record) ? "primary" : "danger"}
          icon={<Undo2 />}
          loading={undo.running}
          disabled={touchedBy(undo) === 0 || undo.loading}
          onClick={undo.takeBack}
        >
          {buttonWords(record, undo)}
        </Button>
      )}
    </BottomBar>
  );
}
