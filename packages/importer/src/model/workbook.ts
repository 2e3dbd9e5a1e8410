// What a reader of spreadsheets gives: sheets, their first rows, and all rows of the one that is chosen. Types only: the
// reading needs a process that can be killed, so it is handed in by whoever has one (packages/workbook), never done here.
import type { Limits } from "./limits";
import type { Problem } from "./problem";
import type { Row } from "./row";

/** The spreadsheets that can be read. */
export type WorkbookContainer = "xls" | "xlsx" | "ods";

/** One sheet, as far as it takes to recognise it. */
export interface SheetHead {
  name: string;
  /** Hidden sheets are offered last and never suggested. */
  hidden: boolean;
  /** Rows of its used range, blank ones included. */
  rows: number;
  /** Its first 120 rows at most, blank ones left out; `line` is the sheet's row number. */
  head: Row[];
}

/** A workbook that was opened; `close` ends the process behind it, whatever state it is in. */
export interface OpenedWorkbook {
  sheets: readonly SheetHead[];
  /** All rows of the sheet from the first, in batches; blank rows come as empty cells. Throws `WorkbookFault`. */
  rows: (sheet: string) => AsyncIterable<Row[]>;
  close: () => Promise<void>;
}

/** Why a workbook could not be read: a file-level problem. */
export type WorkbookResult =
  { kind: "opened"; workbook: OpenedWorkbook } | { kind: "refused"; problem: Problem };

/** Opens a workbook; reads `source` to its end. Never throws for what the file is, only for what the source throws. */
export type OpenWorkbook = (
  source: AsyncIterable<Uint8Array>,
  options: { container: WorkbookContainer; limits: Limits },
) => Promise<WorkbookResult>;

/** Thrown by `rows` when the file turns out to be unreadable further down. */
export class WorkbookFault extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.name = "WorkbookFault";
    this.problem = problem;
  }
}
