/** Carries out one step on the rows of an open correction: changed, checked anew, written with what they were before. */
import type { EditedRow } from "@rollcall/db";
import { done, refuse, type Result } from "../../result";
import { givesMask, maskGiven } from "./gives-mask";
import { shownRows, type Correction, type MadeStep } from "./correct-import";
import { planStep, refusingFaults, type AskedStep, type PlannedStep } from "./plan-step";
import type { Recheck } from "./recheck-row";
import { StepMemory } from "./step-memory";
import type { EditStep } from "./types";

/** Null when no row changed: then nothing was written. The plan is as it was until `replan`. */
export async function makeStep(correction: Correction, step: AskedStep): Promise<Result<MadeStep | null>> {
  const planned = planStep(correction, step);
  if (!planned.ok) return planned;
  return writeStep(correction, step, planned.value);
}

/** A step whose rows come in several sets. */
export class StepWriter {
  private readonly correction: Correction;
  private readonly recheck: Recheck;
  private readonly memory: StepMemory;
  private readonly rowNos: number[] = [];
  private editId: string | null = null;
  private rows = 0;

  constructor(correction: Correction, step: EditStep) {
    this.correction = correction;
    this.recheck = correction.newRecheck();
    this.memory = new StepMemory(step, correction.columns);
  }

  /** Refuses `invalid` for a password where the key that would seal it is gone, for the mask where no password is, and as the step's own rows say. */
  async write(planned: PlannedStep): Promise<Result<null>> {
    return refusingFaults(() => this.writeRows(planned));
  }

  private async writeRows({ scope, change }: PlannedStep): Promise<Result<null>> {
    const { edit, actor, importKey } = this.correction;
    for await (const chunk of edit.rows(scope)) {
      const edited: EditedRow[] = [];
      for (const row of chunk) {
        const made = change(row);
        if (made === null) continue;
        if (givesMask(this.correction.columns, row, made)) return maskGiven;
        const now = this.recheck(row, made);
        if (importKey === null && now.passwordSealed !== null) return keyGone;
        edited.push(now);
        this.memory.add(row);
        if (this.rowNos.length < shownRows) this.rowNos.push(row.rowNo);
      }
      if (edited.length === 0) continue;
      this.editId ??= await edit.begin(this.memory.step, actor);
      await edit.write(this.editId, edited);
      this.rows += edited.length;
    }
    return done(null);
  }

  /** Null when no row changed: then nothing was written. */
  async end(): Promise<MadeStep | null> {
    const { correction, editId, memory, rows, rowNos } = this;
    if (editId === null) return null;
    const { step } = memory;
    const counted = step.kind === "corrections" ? { ...step, rows } : step;
    return { edit: await correction.edit.end(editId, counted), rowNos };
  }
}

/** The same for what is planned already. */
export async function writeStep(
  correction: Correction,
  step: EditStep,
  planned: PlannedStep,
): Promise<Result<MadeStep | null>> {
  const writer = new StepWriter(correction, step);
  const written = await writer.write(planned);
  return written.ok ? done(await writer.end()) : written;
}

const keyGone = refuse({
  code: "invalid",
  fields: {
    value:
      "This import keeps no passwords any more. Leave the cell empty and let a welcome mail ask for one.",
  },
});
