"use client";
/**
 * The steps of an earlier file of the same kind, each with how many rows of this one it would change: chosen, then made. Steps that leave
 * out whatever a filter finds are chosen by a person only; those that find nothing cannot be.
 */
import type { Recipe, RecipeStep } from "@rollcall/accounts";
import { Button, Callout, Checkbox, Dialog, Skeleton } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTRPC } from "../../../trpc/client";
import { describeTrouble } from "../../../trpc/error";
import { countOf } from "../../pieces/words";
import { theRows } from "../rows/the-rows";
import type { Edits } from "./use-edits";

export interface RecipeDialogProps {
  importId: string;
  recipe: Recipe;
  edits: Edits;
  onClose: () => void;
}

export function RecipeDialog({ importId, recipe, edits, onClose }: RecipeDialogProps) {
  const trpc = useTRPC();
  const preview = useQuery(
    trpc.imports.previewRecipe.queryOptions({ importId, fromImportId: recipe.importId }, { staleTime: 0 }),
  );
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const steps = preview.data ?? [];
  const isChosen = ({ id, rows, sweeping }: RecipeStep) => rows > 0 && sweeping === turned.has(id);
  const chosen = steps.filter(isChosen);
  const turn = (id: string) => {
    const next = new Set(turned);
    if (!next.delete(id)) next.add(id);
    setTurned(next);
  };
  // The offer goes when it is taken, and with it the button that opened this.
  const taken = useRef(false);
  const use = async () => {
    const ids = chosen.map(({ id }) => id);
    if (ids.length === 0) return;
    taken.current = true;
    const done = await edits.recipe(recipe.importId, ids);
    taken.current = done;
    if (done) onClose();
  };
  return (
    <Dialog
      open
      size="lg"
      flush
      locked={edits.busy}
      finalFocus={() => (taken.current ? theRows() : null)}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={`The corrections of ${recipe.fileName}`}
      description={`${recipe.by} made them. At the end of each line stands how many rows of this file the step changes.`}
      onSubmit={() => void use()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" loading={edits.busy} disabled={chosen.length === 0}>
            Use {countOf(chosen.length, "step")}
          </Button>
        </>
      }
    >
      {preview.isPending && <Skeleton className="mx-5 my-3 h-4" />}
      {preview.error !== null && (
        <Callout tone="danger" live className="mx-5 my-3">
          {describeTrouble(preview.error).message}
        </Callout>
      )}
      <ul className="max-h-96 overflow-y-auto scrollbar-thin" aria-label="Steps">
        {steps.map((step) => (
          <Step key={step.id} step={step} checked={isChosen(step)} onTurn={() => turn(step.id)} />
        ))}
      </ul>
    </Dialog>
  );
}

function Step({ step, checked, onTurn }: { step: RecipeStep; checked: boolean; onTurn: () => void }) {
  const { words, rows, sweeping } = step;
  return (
    <li className="flex items-start gap-3 border-b border-border-subtle px-5 py-2 last:border-b-0">
      <Checkbox
        checked={checked}
        disabled={rows === 0}
        onCheckedChange={onTurn}
        className="min-w-0 flex-1 break-words"
        label={words}
        description={
          sweeping && rows > 0
            ? "It was for what needed attention then. Here it leaves out other rows: tick it if you want that."
            : undefined
        }
      />
      <span className="shrink-0 text-foreground-2 tabular-nums">
        {rows === 0 ? "none here" : `${countOf(rows, "row")} here`}
      </span>
    </li>
  );
}
