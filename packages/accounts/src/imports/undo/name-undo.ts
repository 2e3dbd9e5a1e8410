/** What an undo is called in lists: after the file, however often it was taken back and done again. */
import type { ImportRecord } from "../types";

const twice = /^(?:Undo of ){2,}/;

/**
 * The stored name of an undo or redo as it is called today: older versions called a redo "Undo of Undo of people.csv", its undo
 * "Undo of Undo of Undo of people.csv".
 */
export function readUndoName(fileName: string, redo: boolean): string {
  if (redo) return fileName.replace(twice, "Redo of ");
  return fileName.replace(/^Undo of (?:Undo of ){2,}/, "Undo of ");
}

/** The same of what an undo takes back, of which only the name is known: of two that are no redo the one is an import. */
export function readUndoneName(undoneName: string, redo: boolean): string {
  return redo ? readUndoName(undoneName, false) : undoneName.replace(twice, "Redo of ");
}

/** "Undo of people.csv"; of that one "Redo of people.csv", and so on in turn. */
export function nameUndo({
  fileName,
  undoes,
  redo,
}: Pick<ImportRecord, "fileName" | "undoes" | "redo">): string {
  if (undoes === null) return `Undo of ${fileName}`;
  return fileName.replace(/^(Undo|Redo)/, redo ? "Undo" : "Redo");
}
