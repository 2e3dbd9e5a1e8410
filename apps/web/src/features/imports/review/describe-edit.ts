/** What became of a correction, in words for a live region: the step, and of a single row how it stands now. Pure. */
import type { EditResult } from "@rollcall/accounts";
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

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
