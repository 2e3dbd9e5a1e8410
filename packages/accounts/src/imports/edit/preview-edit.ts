/** What a step would change, before it is made: how many rows, and the first of them. Nothing is written or locked. */
import { isSecretColumn, type ColumnMatch } from "@rollcall/importer";
import type { RowToEdit } from "@rollcall/db";
import { authorise } from "../../access/authorise";
import type { Context } from "../../context";
import { done, type Result } from "../../result";
import { passwordMask } from "../stage-file";
import { lookAtRows } from "./correct-import";
import { givesMask, maskGiven } from "./gives-mask";
import { planStep, refusingFaults, type AskedStep } from "./plan-step";
import type { RowChange } from "./recheck-row";
import type { EditPreview } from "./types";

const mostSamples = 5;

/** Refuses as `editImport`. */
export async function previewEdit(
  context: Context,
  input: { importId: string; step: AskedStep },
): Promise<Result<EditPreview>> {
  const gate = await authorise(context, "imports.run");
  if (!gate.ok) return gate;
  return refusingFaults(() => look(context, input));
}

function look(context: Context, input: { importId: string; step: AskedStep }): Promise<Result<EditPreview>> {
  return lookAtRows(context, input.importId, async (ground) => {
    const planned = planStep(ground, input.step);
    if (!planned.ok) return planned;
    const preview: EditPreview = { rows: 0, samples: [] };
    for await (const chunk of ground.edit.rows(planned.value.scope)) {
      for (const row of chunk) {
        const change = planned.value.change(row);
        if (change === null) continue;
        if (givesMask(ground.columns, row, change)) return maskGiven;
        preview.rows += 1;
        if (preview.samples.length < mostSamples) preview.samples.push(toSample(row, change, ground.columns));
      }
    }
    return done(preview);
  });
}

/** The first cell that differs. */
function toSample(
  row: RowToEdit,
  change: RowChange,
  columns: readonly ColumnMatch[],
): EditPreview["samples"][number] {
  const { rowNo, line } = row;
  const at = change.cells?.findIndex((cell, index) => cell !== (row.cells[index] ?? "")) ?? -1;
  if (at >= 0) {
    const column = columns.find(({ index }) => index === at);
    const to = change.cells?.[at] ?? "";
    const hides = column !== undefined && isSecretColumn(column) && to !== "";
    return { rowNo, line, from: row.cells[at] ?? "", to: hides ? passwordMask : to };
  }
  const fields = Object.keys({ ...row.added, ...change.added });
  const field = fields.find((name) => row.added?.[name] !== change.added?.[name]);
  if (change.added === undefined || field === undefined) {
    return { rowNo, line, from: row.decision ?? "", to: change.decision ?? "" };
  }
  const to = change.added?.[field] ?? "";
  return {
    rowNo,
    line,
    from: row.added?.[field] ?? "",
    to: field === "password" && to !== "" ? passwordMask : to,
  };
}
