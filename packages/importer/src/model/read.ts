// What reading a file takes and gives. Types only.
import type { CheckOptions } from "./check";
import type { FormatId } from "./format-id";
import type { Limits } from "./limits";
import type { Mapping } from "./mapping";
import type { Problem } from "./problem";
import type { EncodingId, Recognition } from "./recognition";
import type { CheckedRow } from "./row";
import type { OpenWorkbook } from "./workbook";

/** How a file is to be taken, where the person knows better than its content. */
export interface RecogniseOptions {
  /** Whether `head` is the whole file. */
  complete: boolean;
  /** Only to say that a name and its content disagree; it never decides anything. */
  fileName?: string;
  format?: FormatId;
  encoding?: EncodingId;
  delimiter?: string;
  /** The columns as somebody mapped them; the format is then `custom`. */
  mapping?: Mapping;
  /** Of a workbook: the sheet to read; else the first that is recognised. */
  sheet?: string;
  /** False: a mapping that would only be suggested is not taken; the file is then of no format that is known. Default true. */
  suggestions?: boolean;
  limits?: Partial<Limits>;
}

/** How a file is to be read and checked. */
export interface ReadOptions extends CheckOptions {
  fileName?: string;
  format?: FormatId;
  encoding?: EncodingId;
  delimiter?: string;
  mapping?: Mapping;
  sheet?: string;
  /** True: a suggested mapping is taken without asking. Default false, unlike `recognise`: nobody has looked at it. */
  suggestions?: boolean;
  /** Reads workbooks; without it they are refused with `file.unsupported`. */
  openWorkbook?: OpenWorkbook;
  limits?: Partial<Limits>;
  /** True: `email.duplicate` is found here, in a compact table. Leave it off where SQL does it. Default false. */
  duplicates?: boolean;
  /** True: `password.reused` is found here, from salted hashes that never leave the process. Default true. */
  reusedPasswords?: boolean;
}

/** What reading a file yields, in order: opened, rows…, then closed or refused. A file refused at once is never opened. */
export type ReadEvent =
  | { kind: "opened"; recognition: Recognition }
  /** At most 2,000 rows. */
  | { kind: "rows"; rows: CheckedRow[] }
  | { kind: "closed"; rows: number; blankRows: number; bytes: number }
  /** A file-level error: the file as a whole is not to be trusted, rows already yielded included. */
  | { kind: "refused"; problems: Problem[]; recognition: Recognition };
