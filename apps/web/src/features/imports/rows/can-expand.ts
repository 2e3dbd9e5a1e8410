/** Whether a row has more to say than fits on its line. Pure. */
import type { ImportRowView } from "@rollcall/accounts";
import { notesOf } from "./file-columns";

export function canExpand(row: ImportRowView): boolean {
  return notesOf(row).length > 0 || Object.keys(row.changes).length > 0 || row.linked !== null;
}

/** Whether what it has to say is more than the column "Why" says. */
export function hasMore(row: ImportRowView): boolean {
  return Object.keys(row.changes).length > 0 || row.linked !== null || notesOf(row).length > 1;
}
