"use client";
/** What becomes of columns that no field is like, in this file and in the next one with the same mapping. */
import { SegmentedControl } from "@rollcall/ui";
import { treatUnknown, type Draft } from "./match-draft";

export function UnknownColumns({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  return (
    <section className="mt-6">
      <h3 className="text-sm font-semibold">Columns that nobody decided about</h3>
      <p className="mb-2 text-xs text-pretty text-foreground-3">
        Here, and where a later file with this mapping has more columns.
      </p>
      <SegmentedControl
        label="Columns that nobody decided about"
        value={draft.unknown}
        onValueChange={(unknown) => onChange(treatUnknown(draft, unknown))}
        options={[
          { value: "ignore", label: "Leave out" },
          { value: "attribute", label: "Keep as attributes" },
          { value: "stop", label: "Stop the file" },
        ]}
      />
    </section>
  );
}
