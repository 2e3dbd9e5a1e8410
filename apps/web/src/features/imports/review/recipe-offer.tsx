"use client";
/** The corrections of an earlier file of the same kind, offered for this one: last month's mistakes come back next month. */
import type { ImportRecord } from "@rollcall/accounts";
import { Button, Callout } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "../../../trpc/client";
import { countOf } from "../../pieces/words";
import { RecipeDialog } from "./recipe-dialog";
import type { Edits } from "./use-edits";

export function RecipeOffer({ record, edits }: { record: ImportRecord; edits: Edits }) {
  const trpc = useTRPC();
  const [declined, setDeclined] = useState(false);
  const [open, setOpen] = useState(false);
  const recipes = useQuery(
    trpc.imports.recipes.queryOptions({ importId: record.id }, { staleTime: 300_000 }),
  );
  const recipe = recipes.data?.[0];
  const untouched = edits.steps !== null && edits.steps.length === 0;
  if (recipe === undefined || declined || !untouched) return null;
  return (
    <div className="p-4 pb-2">
      <Callout
        tone="info"
        icon={<History />}
        title={`Use the corrections of ${recipe.fileName}`}
        action={
          <span className="flex gap-2">
            <Button size="sm" onClick={() => setOpen(true)}>
              Look at {countOf(recipe.steps, "step")}…
            </Button>
            <Button size="sm" variant="ghost" onClick={() => setDeclined(true)}>
              Not now
            </Button>
          </span>
        }
      >
        {recipe.by} made them. Every step can be taken back.
      </Callout>
      {open && (
        <RecipeDialog importId={record.id} recipe={recipe} edits={edits} onClose={() => setOpen(false)} />
      )}
    </div>
  );
}
