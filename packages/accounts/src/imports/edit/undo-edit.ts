/** Takes the last step of correcting an import back, or makes it again: its rows become byte for byte what they were. */
import type { Context } from "../../context";
import { done, refuse, type Result } from "../../result";
import { correctImport, type Correction } from "./correct-import";
import type { EditResult } from "./types";

/** `editId`: the step that is meant, where the caller shows one; left out: the last, whoever made it. */
export interface MoveInput {
  importId: string;
  editId?: string;
}

/**
 * Refuses `wrong-state` when there is no step left, `changed-meanwhile` when it is not the step that was meant any more, and as
 * `correctImport` does.
 */
export async function undoEdit(context: Context, input: MoveInput): Promise<Result<EditResult>> {
  return correctImport(context, input.importId, "import.edit-undone", (correction) =>
    move(correction, "undo", input.editId),
  );
}

/** Until a new step is made; refuses as `undoEdit` does. */
export async function redoEdit(context: Context, input: MoveInput): Promise<Result<EditResult>> {
  return correctImport(context, input.importId, "import.edit-redone", (correction) =>
    move(correction, "redo", input.editId),
  );
}

const nothingLeft = {
  undo: "without a correction that could be taken back",
  redo: "without a correction that could be repeated",
};

async function move(
  correction: Correction,
  what: "undo" | "redo",
  meant: string | undefined,
): ReturnType<Parameters<typeof correctImport>[3]> {
  const { edit } = correction;
  const step = await edit.next(what);
  if (step === null) return refuse({ code: "wrong-state", what: "import", state: nothingLeft[what] });
  if (meant !== undefined && step.id !== meant) return refuse({ code: "changed-meanwhile", what: "import" });
  const { moved, rowNos } = await edit.swap(step.id);
  await correction.replan({ edit: moved, rowNos });
  return done({ last: moved, affected: moved.rows });
}
