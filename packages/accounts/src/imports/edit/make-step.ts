/** Carries out one step on the rows of an open correction: changed, checked anew, written with what they were before. */
import type { EditedRow, RowToEdit } from "@rollcall/db";
import { done, refuse, type Result } from "../../result";
import type { Correction, MadeStep } from "./correct-import";
import { planStep, type AskedStep, type PlannedStep } from "./plan-step";
import type { RowChange } from "./recheck-row";
import { StepMemory } from "./step-memory";
import { shownRows } from "./correct-import";
import type { EditStep } from "./types";

/** Null when no row changed: then nothing was written. The plan is as it was until `replan`. */
export async function makeStep(correction: Correction, step: AskedStep): Promise<Result<MadeStep | null>> {
  const planned = planStep(correction, step);
  if (!planned.ok) return planned;
  return writeStep(correction, step, planned.value);
}

/** The same for what is planned already. */
export async function writeStep(
  correction: Correction,
  step: EditStep,
  { scope, change }: PlannedStep,
): Promise<Result<MadeStep | null>> {
  const { edit, actor, importKey, columns } = correction;
  const recheck = correction.newRecheck();
  const memory = new StepMemory(step, columns);
  const rowNos: number[] = [];
  let editId: string | null = null;
  for await (const chunk of edit.rows(scope)) {
    const edited: EditedRow[] = [];
    for (const row of chunk) {
      const made = change(row);
      if (made === null) continue;
      const now = recheck(row, made);
      if (importKey === null && now.passwordSealed !== null) return keyGone;
      edited.push(now);
      memory.add(row);
      if (rowNos.length < shownRows) rowNos.push(row.rowNo);
    }
    if (edited.length === 0) continue;
    editId ??= await edit.begin(memory.step, actor);
    await edit.write(editId, edited);
  }
  return done(editId === null ? null : { edit: await edit.end(editId, memory.step), rowNos });
}

export type ChangeOf = (row: RowToEdit) => RowChange | null;

const keyGone = refuse({
  code: "invalid",
  fields: {
    value:
      "This import keeps no passwords any more. Leave the cell empty and let a welcome mail ask for one.",
  },
});
