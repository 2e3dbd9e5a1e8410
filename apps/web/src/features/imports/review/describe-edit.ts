/** What became of a correction, in words for a live region: the step, and of a single row how it stands now. Pure. */
import type { EditResult, RecipeResult } from "@rollcall/accounts";
import { countOf } from "../../pieces/words";
import { outcomeLabel } from "../words/outcome-label";

export function describeEdit({
  edit,
  affected,
  rows,
  record,
}: Pick<EditResult, "edit" | "affected" | "rows"> & {
  record: Pick<EditResult["record"], "summary">;
}): string {
  if (edit === null) return "Nothing had to change.";
  const step = edit.undone ? `Taken back: ${edit.words}` : edit.words;
  const waiting = record.summary?.problem ?? 0;
  const left =
    waiting === 0
      ? "No row needs attention."
      : `${countOf(waiting, "row")} ${waiting === 1 ? "needs" : "need"} attention.`;
  const row = affected === 1 && rows.length === 1 ? rows[0] : undefined;
  if (row === undefined) return `${sentence(step)} ${left}`;
  const now = row.decision === "skip" ? "Left out" : outcomeLabel[row.outcome];
  const line = step.includes(`ine ${String(row.line)}:`) ? "" : `Line ${String(row.line)}: `;
  return `${sentence(step)} ${line}${now}. ${row.outcome === "problem" ? sentence(row.why) : left}`;
}

/** What became of the steps of an earlier file, of which the last can be taken back first: of one its words, of several how many. */
export function describeRecipe({ edit, applied }: Pick<RecipeResult, "edit" | "applied">): Told | null {
  if (edit === null) return null;
  return applied === 1
    ? { words: edit.words, undo: "Undo" }
    : { words: `${countOf(applied, "step")} repeated.`, undo: "Undo the last" };
}

/** A toast of a correction and its button. */
export interface Told {
  words: string;
  undo: string;
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
