"use client";
/** How the rows were corrected before they were taken, step by step in words, those of a recipe among them; the first step first. */
import type { EditView, ImportRecord } from "@rollcall/accounts";
import { Button, RelativeTime } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../../trpc/client";
import { QueryTrouble } from "../../pieces/query-trouble";
import { countOf } from "../../pieces/words";

const atFirst = 10;

export function RecordEdits({ record }: { record: ImportRecord }) {
  const trpc = useTRPC();
  const [all, setAll] = useState(false);
  const edits = useQuery(trpc.imports.edits.queryOptions({ importId: record.id }));
  if (edits.isError)
    return <QueryTrouble error={edits.error} onRetry={() => void edits.refetch()} what="corrections" />;
  const steps = edits.data ?? [];
  if (steps.length === 0) return null;
  const shown = all ? steps : steps.slice(0, atFirst);
  return (
    <section>
      <h2 className="mb-3 flex min-h-8 items-center gap-3 text-sm font-semibold">
        Corrections <span className="font-normal text-foreground-3">{countOf(steps.length, "step")}</span>
      </h2>
      <ol className="space-y-2">
        {shown.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
      {shown.length < steps.length && (
        <Button variant="link" className="mt-2" onClick={() => setAll(true)}>
          {steps.length - shown.length} more
        </Button>
      )}
    </section>
  );
}

function Step({ step: { words, by, at, undone } }: { step: EditView }) {
  return (
    <li className="border-l-2 border-border pl-3">
      <p className={`text-pretty break-words ${undone ? "text-foreground-3 line-through" : ""}`}>{words}</p>
      <p className="text-xs text-foreground-3">
        {by}, <RelativeTime value={at} as="moment" />
        {undone && ", taken back before the import"}
      </p>
    </li>
  );
}
