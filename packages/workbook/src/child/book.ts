// A workbook as every reader gives it, whatever container it came in.
import type { Limits } from "@rollcall/importer";
import type { WireRow, WireSheet } from "../protocol";

/** An opened workbook. `read` gives the rows that have content, in order, a batch at a time. */
export interface Book {
  sheets: WireSheet[];
  read: (sheet: number) => AsyncIterable<WireRow[]> | Iterable<WireRow[]>;
}

/** What a reader is given: the whole file, and how much one row may hold. */
export interface BookSource {
  bytes: Buffer;
  limits: Limits;
}
