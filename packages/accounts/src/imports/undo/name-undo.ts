/** What an undo is called in lists: after the file, however often it was taken back and done again. */
import type { ImportRecord } from "../types";

/** "Undo of people.csv"; of that one "Redo of people.csv", and so on in turn. */
export function nameUndo({
  fileName,
  undoes,
  redo,
}: Pick<ImportRecord, "fileName" | "undoes" | "redo">): string {
  if (undoes === null) return `Undo of ${fileName}`;
  return fileName.replace(/^(Undo|Redo)/, redo ? "Undo" : "Redo");
}
