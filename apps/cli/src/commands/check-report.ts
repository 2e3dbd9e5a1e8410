/** What takes the events of a check and prints them. Types only. */
import type { ReadEvent } from "@rollcall/importer";
import type { OpenFile } from "../house/open-file";
import type { CheckTally } from "./check-tally";

export interface CheckReport {
  add: (event: ReadEvent) => Promise<void>;
  end: (tally: CheckTally, file: OpenFile) => Promise<void>;
  close: () => Promise<void>;
}
