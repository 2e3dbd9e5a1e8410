/** Whether an import is offered to be taken back, and in which words. Who may do it is asked elsewhere. */
import type { ImportRecord } from "@rollcall/accounts";

export type Undoable = Pick<ImportRecord, "status" | "redactedAt" | "undoneBy" | "undo" | "redo">;

/** To take back an undo is to do the import again; to take that back, and the import itself, is not. */
export function bringsBack({ undoes, redo }: Pick<ImportRecord, "undoes" | "redo">): boolean {
  return undoes !== null && !redo;
}

/** Null: there is nothing to take back, or nothing any more. */
export function undoWords({ status, redactedAt, undoneBy, undo, redo }: Undoable): string | null {
  if (status !== "COMPLETED" || redactedAt !== null) return null;
  if (undo !== null && undo.restored + undo.removed === 0) return null;
  if (undoneBy !== null)
    return undoneBy.status === "COMPLETED" && undoneBy.rows !== null ? "Undo the rest" : null;
  if (undo === null) return "Undo this import";
  return redo ? "Undo this redo" : "Undo this undo";
}
