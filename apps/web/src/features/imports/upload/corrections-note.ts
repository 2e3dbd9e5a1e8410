/**
 * Says of a corrections file, before anything is matched or sent, that it belongs to the import whose rows it has. Whether that import
 * still takes it the server knows. Pure.
 */
import { parseRowName, type Recognition } from "@rollcall/importer";
import { importNumber } from "../words/import-number";
import type { FileProblem } from "./arrival";

/** None for any other file. */
export function correctionsNote({ sample }: Pick<Recognition, "sample">): FileProblem[] {
  for (const { cells } of sample) {
    for (const cell of cells) {
      const named = parseRowName(cell);
      if (named !== null) return [noteOf(named.importId)];
    }
  }
  return [];
}

function noteOf(importId: string): FileProblem {
  return {
    line: null,
    code: "file.corrections",
    severity: "warning",
    message: `These are corrections of rows of ${importNumber(importId)}. Open that import and drop the file there: its rows keep their passwords, which are not in this file.`,
    offer: "",
    alternatives: [],
    about: importId,
  };
}
