"use client";
/** The rows on a phone: what needs attention as cards, each with its decision; simple corrections in a sheet from below. */
import type { ImportRecord, ImportRowView, ProblemCause } from "@rollcall/accounts";
import { useState } from "react";
import { lazyPart } from "../../pieces/lazy-part";
import { causeOf, fixStep, keyOf } from "../rows/edit-target";
import { RowGrid } from "../rows/row-grid";
import type { RowsView } from "../rows/rows-url";
import type { Edits } from "./use-edits";

const EditDrawer = lazyPart(() => import("./edit-drawer").then((module) => module.EditDrawer));

export interface ReviewPhoneProps {
  record: ImportRecord;
  edits: Edits;
  view: RowsView;
  onViewChange: (view: RowsView, step?: "push" | "replace") => void;
  causes: readonly ProblemCause[];
}

export function ReviewPhone({ record, edits, view, onViewChange, causes }: ReviewPhoneProps) {
  const [editing, setEditing] = useState<ImportRowView | null>(null);
  const fix = (row: ImportRowView, problem: ImportRowView["problems"][number], all: boolean) => {
    const step = all
      ? { kind: "fix" as const, cause: causeOf(problem) }
      : fixStep(row, problem, record.columns);
    if (step !== null && step.kind !== "corrections") void edits.run(step);
  };
  return (
    <>
      <RowGrid
        record={record}
        view={view}
        onViewChange={onViewChange}
        corrections={{
          onFix: fix,
          onEdit: setEditing,
          alike: (problem) => causes.find((cause) => keyOf(cause) === causeOf(problem))?.rows ?? 1,
          busy: edits.busy,
        }}
      />
      {editing !== null && (
        <EditDrawer record={record} row={editing} edits={edits} onClose={() => setEditing(null)} />
      )}
    </>
  );
}
