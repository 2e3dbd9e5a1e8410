/**
 * Says of a corrections file, before anything is matched or sent, that it belongs to the import whose rows it has. Whether that import
 * still takes it the server knows. Pure.
 */
import type { Recognition } from "@rollcall/importer";
import type { FileProblem } from "./arrival";

/** As packages/accounts names rows in such a file (correction-columns). */
const rowName = /^\s*row\s*\d{1,9}\s*of\s*import\s*(\d{1,19})\b/i;

/** None for any other file. */
export function correctionsNote({ sample }: Pick<Recognition, "sample">): FileProblem[] {
  for (const { cells } of sample) {
    for (const cell of cells) {
      const found = rowName.exec(cell)?.[1];
      if (found !== undefined) return [noteOf(found)];
    }
  }
  return [];
}

function noteOf(importId: string): FileProblem {
  return {
    line: null,
    code: "file.corrections",
    severity: "warning",
    message: `These are corrections of rows of import ${importId}. Open that import and drop the file there: its rows keep their passwords, which are not in this file.`,
    offer: "",
    alternatives: [],
  };
}
