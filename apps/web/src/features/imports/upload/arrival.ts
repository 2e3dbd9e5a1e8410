/** What the server says of a file that has arrived. Types only; written by the upload's route, read by the page. */
import type { ImportStatus } from "@rollcall/accounts";
import type { Severity } from "@rollcall/importer";

/** A problem of the file as a whole, in plain words. */
export interface FileProblem {
  line: number | null;
  code: string;
  severity: Severity;
  message: string;
  /** the encoding to read the file as instead; "" when there is none to offer */
  offer: string;
  /** other encodings that fit the bytes, best first */
  alternatives: string[];
  /** the import that it sends people to; null: none */
  about: string | null;
}

export interface Arrival {
  importId: string;
  /** STAGED, or FAILED with why */
  status: ImportStatus;
  rows: number;
  blankRows: number;
  failure: string | null;
  problems: FileProblem[];
  /** the newest import of the same bytes that stands; `at` in ISO 8601 */
  earlier: { id: string; at: string; by: string } | null;
}
