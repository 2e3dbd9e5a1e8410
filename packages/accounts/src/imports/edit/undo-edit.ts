/** Takes the last step of correcting an import back, or makes it again: its rows become byte for byte what they were. */
import type { Context } from "../../context";
import { done, refuse, type Result } from "../../result";
import { correctImport, type Correction } from "./correct-import";
import type { EditResult } from "./types";

/** Refuses `wrong-state` when there is no step left, and as `correctImport` does. */
export async function undoEdit(context: Context, input: { importId: string }): Promise<Result<EditResult>> {
  return correctImport(context, input.importId, "import.edit-undone", (correction) =>
    move(correction, "undo"),
  );
}

/** Until a new step is made. */
export async function redoEdit(context: Context, input: { importId: string }): Promise<Result<EditResult>> {
  return correctImport(context, input.importId, "import.edit-redone", (correction) =>
    move(correction, "redo"),
  );
}

const nothingLeft = {
  undo: "without a correction that could be taken back",
  redo: "without a correction that could be repeated",
};

async function move(
  correction: Correction,
  what: "undo" | "redo",
): ReturnType<Parameters<typeof correctImport>[3]> {
  const { edit } = correction;
  const step = await edit.next(what);
  if (step === null) return refuse({ code: "wrong-state", what: "import", state: nothingLeft[what] });
  const { moved, rowNos } = await edit.swap(step.id);
  await correction.replan({ edit: moved, rowNos });
  return done({ last: moved, affected: moved.rows });
}
