"use client";
/** Finds a text in a column, or in all, and puts another in its place: counted while one types, shown before, and taken back like any step. */
import type { EditStep, ImportRecord } from "@rollcall/accounts";
import { Button, IconButton, Input, Select, formatNumber, useReaderLocale } from "@rollcall/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ArrowRight, CaseSensitive, SquareEqual, X } from "lucide-react";
import { useEffect, useState, type KeyboardEvent, type ReactNode } from "react";
import { useTRPC } from "../../../trpc/client";
import type { RowsView } from "../rows/rows-url";
import { isFiltered } from "../rows/rows-url";
import { everyColumn } from "./find-draft";
import type { FindDraft } from "./find-draft";
import { filterRows } from "./row-set";
import type { Edits } from "./use-edits";

export interface FindReplaceProps {
  record: ImportRecord;
  view: RowsView;
  edits: Edits;
  draft: FindDraft;
  onDraft: (draft: FindDraft) => void;
  onClose: () => void;
}
const restMs = 250;

export function FindReplace({ record, view, edits, draft, onDraft, onClose }: FindReplaceProps) {
  const trpc = useTRPC();
  const { locale } = useReaderLocale();
  const { column, find, replace: by, matchCase, wholeCell } = draft;
  const change = (changes: Partial<FindDraft>) => onDraft({ ...draft, ...changes });
  const step: EditStep & { kind: "replace" } = {
    kind: "replace",
    column: column === everyColumn ? null : Number(column),
    ...{ find, replace: by, matchCase, wholeCell },
    rows: filterRows(view),
  };
  const asked = useRested(step);
  const wanted = asked.find !== "" || (asked.wholeCell && asked.column !== null);
  const preview = useQuery(
    trpc.imports.previewEdit.queryOptions(
      { importId: record.id, step: asked },
      { enabled: wanted, placeholderData: keepPreviousData, staleTime: 30_000 },
    ),
  );
  const found = wanted ? (preview.data?.rows ?? null) : null;
  const sample = wanted ? preview.data?.samples[0] : undefined;
  const replace = async () => {
    if (edits.busy || (found ?? 0) === 0) return;
    await edits.run(step);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
    if (!(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    void replace();
  };
  const columns = record.columns.flatMap(({ header, field }, index) =>
    field === "password"
      ? []
      : [{ value: String(index), label: header === "" ? `Column ${index + 1}` : header }],
  );
  return (
    <section
      aria-label="Find and replace"
      onKeyDown={onKeyDown}
      className="mx-4 mb-3 rounded-md border border-border bg-subtle px-3 py-2"
    >
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-foreground-3">In</span>
        <Select
          compact
          aria-label="Column"
          size="sm"
          value={column}
          onValueChange={(next) => change({ column: next })}
          options={[{ value: everyColumn, label: "All columns" }, ...columns]}
        />
        <Input
          mono
          size="sm"
          autoFocus
          aria-label="Find"
          placeholder="find"
          value={find}
          onChange={(event) => change({ find: event.currentTarget.value })}
          className="min-w-32 flex-1"
        />
        <Toggle
          label="Match case"
          icon={<CaseSensitive />}
          pressed={matchCase}
          onPress={(next) => change({ matchCase: next })}
        />
        <Toggle
          label="Whole cell"
          icon={<SquareEqual />}
          pressed={wholeCell}
          onPress={(next) => change({ wholeCell: next })}
        />
        <Input
          mono
          size="sm"
          aria-label="Replace with"
          placeholder="replace with"
          value={by}
          onChange={(event) => change({ replace: event.currentTarget.value })}
          className="min-w-32 flex-1"
        />
        <span role="status" className="tabular min-w-16 text-right text-foreground-3">
          {found === null ? "" : found === 0 ? "None found" : `${formatNumber(found, locale)} found`}
        </span>
        <Button size="sm" loading={edits.busy} disabled={(found ?? 0) === 0} onClick={() => void replace()}>
          {(found ?? 0) > 0 ? `Replace ${formatNumber(found ?? 0, locale)}` : "Replace"}
        </Button>
        <IconButton label="Close find and replace" size="sm" icon={<X />} onClick={onClose} />
      </div>
      {sample !== undefined && (
        <p className="mt-1.5 flex min-w-0 items-center gap-2 text-xs text-foreground-3">
          <span className="shrink-0">Line {formatNumber(sample.line, locale)}:</span>
          <del className="truncate font-mono">{sample.from}</del>
          <ArrowRight className="size-3 shrink-0" />
          <ins className="truncate font-mono text-foreground-2 no-underline">
            {sample.to === "" ? "empty" : sample.to}
          </ins>
          {isFiltered(view) && <span className="ml-auto shrink-0">In the rows shown only</span>}
        </p>
      )}
    </section>
  );
}

function Toggle(props: {
  label: string;
  icon: ReactNode;
  pressed: boolean;
  onPress: (next: boolean) => void;
}) {
  return (
    <IconButton
      label={props.label}
      size="sm"
      icon={props.icon}
      pressed={props.pressed}
      onClick={() => props.onPress(!props.pressed)}
    />
  );
}

/** The step once it has not changed for a moment. */
function useRested<Step>(step: Step): Step {
  const text = JSON.stringify(step);
  const [rested, setRested] = useState({ text, step });
  useEffect(() => {
    if (text === rested.text) return undefined;
    const timer = setTimeout(() => setRested({ text, step: JSON.parse(text) as Step }), restMs);
    return () => clearTimeout(timer);
  }, [text, rested]);
  return rested.step;
}
