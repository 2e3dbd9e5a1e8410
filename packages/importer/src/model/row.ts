// A row of a table, before and after it was checked. It knows nothing of how the file was read.
import type { Problem } from "./problem";
import type { AccountRecord, FieldName } from "./record";

/** One row of a table as text. */
export interface Row {
  /** The physical line of the file on which the row begins, 1-based, as an editor shows it (a sheet's row number). */
  line: number;
  cells: string[];
  /** Position of a cell whose closing quote is followed by more text, so that its end is not certain. */
  misplacedQuote?: number;
  /** Positions of cells that hold an error of the spreadsheet (`#N/A`, `#REF!`); their text is that error. */
  errorCells?: number[];
  /** What was set by hand for fields of which the file has no column (`setCell`). */
  added?: Partial<Record<FieldName, string>>;
}

/** One row with its meaning and everything that is wrong with it. */
export interface CheckedRow extends Row {
  record: AccountRecord;
  /** `addressKey(record.email)`, made once; null when there is no valid address. */
  key: string | null;
  problems: Problem[];
  /** Flat keys (`flatKey`) of what is to be emptied: `{clear}` in the cell, or an empty one under the rule "clear". */
  clears?: string[];
  /** Flat keys of empty cells that the rule "error" forbids when the account exists. */
  blanks?: string[];
}
