/**
 * What correcting the rows of a reviewed import takes and gives: steps as data, so that they are kept, shown, taken back and
 * repeated. Ids are strings here.
 */
import type { FieldName } from "@rollcall/importer";
import type { ImportRecord, ImportRowView, Outcome } from "../types";

/** Which rows a step is about: named, or all that a filter of the review finds at that moment. */
export type RowSet =
  | { rowNos: number[] }
  | {
      filter: {
        /** none = all */
        outcomes: Outcome[];
        /** found in any cell, as the review's search finds it */
        search: string | null;
        /** key of a cause: `code|field|reason` */
        cause: string | null;
      };
    };

/** A cell by its place in ImportRecord.columns; a field where the file has no column for it. */
export type CellPlace = number | { field: FieldName };

/** One step of correcting rows. */
export type EditStep =
  | { kind: "cell"; rowNo: number; column: CellPlace; value: string }
  /** the same value in every row */
  | { kind: "fill"; column: CellPlace; value: string; rows: RowSet }
  /** `column` null: in every column but those of passwords */
  | {
      kind: "replace";
      column: number | null;
      find: string;
      replace: string;
      matchCase: boolean;
      wholeCell: boolean;
      rows: RowSet;
    }
  /** every row's own one-click fix of a cause */
  | { kind: "fix"; cause: string; rows?: RowSet | undefined }
  /** left out, an existing account that the row means, or as the mode says */
  | { kind: "decide"; decision: "skip" | "link" | null; accountId?: string | undefined; rows: RowSet }
  /** written by `applyCorrections` alone */
  | { kind: "corrections"; fileName: string; rows: number }
  /** written by `dropDrifted` alone: rows whose account had changed when they were to be carried out */
  | { kind: "drop"; rows: number };

/** A step that was made. */
export interface EditView {
  id: string;
  /** one plain sentence */
  words: string;
  /** how many rows it changed */
  rows: number;
  by: string;
  at: Date;
  /** taken back; the first of such may be done again until a new step is made */
  undone: boolean;
}

export interface EditResult {
  /** null when the step changed nothing; of several steps the last */
  edit: EditView | null;
  /** rows that were changed */
  affected: number;
  /** the changed rows and those whose verdict depends on them, at most 200, in the order of the file */
  rows: ImportRowView[];
  /** fingerprint of the plan that it was made on: where that is not the one a page shows, somebody else has corrected rows meanwhile */
  basis: string | null;
  record: ImportRecord;
}

export interface EditPreview {
  /** rows that would change */
  rows: number;
  /** the first of them, at most five; passwords masked */
  samples: { rowNo: number; line: number; from: string; to: string }[];
}

/** The steps of an earlier import that may be repeated. */
export interface Recipe {
  importId: string;
  fileName: string;
  /** when that import was done */
  at: Date;
  /** who made its last step */
  by: string;
  steps: number;
}

/** A step of a recipe, as it would be made on this file now. */
export interface RecipeStep {
  id: string;
  /** as it was made then, in one sentence */
  words: string;
  /** rows of this file that it would change, each step looked at by itself; without those that it would make too long, which stay */
  rows: number;
  /** leaves out whatever a filter finds, which then was other rows: made only when it is chosen */
  sweeping: boolean;
}

export interface RecipeResult extends EditResult {
  /** steps that changed something */
  applied: number;
  /** steps that found nothing to change */
  skipped: number;
}
