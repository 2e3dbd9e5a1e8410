/** Whether an import is offered to be taken back, and in which words. Who may do it is asked elsewhere. */
import type { ImportRecord } from "@rollcall/accounts";

export type Undoable = Pick<ImportRecord, "status" | "redactedAt" | "undoneBy" | "undo">;

/** To take back an undo is to do the import again, and the other way round; its name says which of the two it is. */
export function bringsBack({ undoes, fileName }: Pick<ImportRecord, "undoes" | "fileName">): boolean {
  return undoes !== null && fileName.startsWith("Undo of ");
}

/** An undo that was itself taken back: what it brought, not what it took. */
export function isRedo({ undoes, fileName }: Pick<ImportRecord, "undoes" | "fileName">): boolean {
  return undoes !== null && fileName.startsWith("Redo of ");
}

/** Null: there is nothing to take back, or nothing any more. */
export function undoWords({ status, redactedAt, undoneBy, undo }: Undoable): string | null {
  if (status !== "COMPLETED" || redactedAt !== null) return null;
  if (undo !== null && undo.restored + undo.removed === 0) return null;
  if (undoneBy !== null)
    return undoneBy.status === "COMPLETED" && undoneBy.rows !== null ? "Undo the rest" : null;
  return undo === null ? "Undo this import" : "Undo this undo";
}
