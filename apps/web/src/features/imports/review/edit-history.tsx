"use client";
/** What was corrected so far, the last step first, with the way back and forth again. */
import type { EditView } from "@rollcall/accounts";
import { AsideSection, Button, IconButton, RelativeTime } from "@rollcall/ui";
import { Redo2, Undo2 } from "lucide-react";
import { useState } from "react";
import { useModKey } from "../../shell/reader";
import { countOf } from "../../pieces/words";
import type { Edits } from "./use-edits";

const atFirst = 4;

export function EditHistory({ edits }: { edits: Edits }) {
  const mod = useModKey();
  const [all, setAll] = useState(false);
  const steps = edits.steps ?? [];
  if (steps.length === 0) return null;
  const done = steps.filter((step) => !step.undone);
  const shown = all ? steps : steps.slice(0, atFirst);
  return (
    <AsideSection
      title="Corrections"
      meta={
        <span className="flex items-center gap-1">
          {countOf(done.length, "step")}
          <IconButton
            label="Undo"
            kbd={[mod, "Z"]}
            size="sm"
            icon={<Undo2 />}
            disabled={done.length === 0 || edits.busy}
            onClick={() => void edits.undo()}
          />
          <IconButton
            label="Redo"
            kbd={[mod, "⇧", "Z"]}
            size="sm"
            icon={<Redo2 />}
            disabled={done.length === steps.length || edits.busy}
            onClick={() => void edits.redo()}
          />
        </span>
      }
    >
      <ol aria-label="Steps, the last first" className="space-y-1.5">
        {shown.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
      {shown.length < steps.length && (
        <Button variant="link" className="mt-1.5" onClick={() => setAll(true)}>
          {steps.length - shown.length} more
        </Button>
      )}
    </AsideSection>
  );
}

function Step({ step }: { step: EditView }) {
  return (
    <li>
      <span
        className={`block text-pretty ${step.undone ? "text-foreground-3 line-through" : "text-foreground-2"}`}
      >
        {step.words}
      </span>
      <span className="block text-xs text-foreground-3">
        {step.undone ? "Taken back · " : ""}
        {step.by} · <RelativeTime value={step.at} />
      </span>
    </li>
  );
}
