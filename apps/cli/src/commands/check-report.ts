/** What takes the events of a check and prints them. Types only. */
import type { ReadEvent } from "@rollcall/importer";
import type { PartTold } from "../check/part-told";
import type { CheckTally } from "./check-tally";

/** The file that was checked; `whole`: it was read to its end. */
export interface CheckedFile {
  name: string;
  /** null for stdin */
  bytes: number | null;
  seen: () => { bytes: number; sha256: string; whole: boolean };
}

export interface CheckReport {
  add: (event: ReadEvent) => Promise<void>;
  /** What rows had to tell that were checked elsewhere; instead of their events. */
  addPart: (told: PartTold) => Promise<void>;
  end: (tally: CheckTally, file: CheckedFile) => Promise<void>;
  close: () => Promise<void>;
}
