// What the parent and the child that reads a workbook say to each other. Types and numbers only: the child is bundled by
// itself, so nothing of the importer may be needed here at run time.
import type { Limits, ProblemCode, ProblemParams, WorkbookContainer } from "@rollcall/importer";

/** What a frame to the child is: one byte, then the length of the payload in four (big endian), then the payload. */
export const toChild = { options: 0, data: 1, end: 2, read: 3 } as const;

/** Bytes before the payload of a frame to the child. */
export const frameHead = 5;

/** The first frame. */
export interface ChildOptions {
  container: WorkbookContainer;
  limits: Limits;
  /** Bytes that are taken at most; the parent counts too. */
  maxBytes: number;
}

/** A row as it travels: its number in the sheet, its cells, positions of error cells, how often it stands there in a row. */
export type WireRow = [line: number, cells: string[], errorCells?: number[] | null, repeated?: number];

/** The codes a workbook can be refused with. */
export type FaultCode = Extract<
  ProblemCode,
  | "file.corrupt"
  | "file.encrypted"
  | "file.unsupported"
  | "file.too-large"
  | "file.too-many-columns"
  | "file.cell-too-long"
>;

/** A problem before it is one: the parent makes it. */
export type WireFault = {
  [C in FaultCode]: { code: C; params: ProblemParams[C]; line?: number };
}[FaultCode];

/** A sheet as it travels. */
export interface WireSheet {
  name: string;
  hidden: boolean;
  rows: number;
  head: WireRow[];
}

/** What the child says: a frame of four bytes length (big endian) and this as JSON. */
export type FromChild =
  { sheets: WireSheet[] } | { rows: WireRow[] } | { end: true } | { fault: WireFault } | { defect: string };

/** Rows of a sheet that are read to recognise it. */
export const headRows = 120;

/** Rows, and characters of text, after which a batch is handed over. */
export const batchBounds = { rows: 2000, characters: 1 << 20 } as const;

/** Characters that all cells of a sheet have together at most: one text may be shared by a million cells. */
export const maxCharacters = 1024 ** 3;
