/** What the threads of a check say to each other. Types only. */
import type { PartEnd, ReadOptions, Recognition, Salt } from "@rollcall/importer";
import type { TallyCounts } from "../commands/check-tally";
import type { PartTold } from "./part-told";

/** What a thread is started with. */
export interface PartSetup {
  recognition: Recognition;
  options: ReadOptions;
  salt: Salt;
  json: boolean;
}

/** The tables in which rows of different parts meet, in the order of INTERFACE.md's problems. */
export const tables = ["addresses", "usernames", "passwords"] as const;
export type TableName = (typeof tables)[number];

/** A part to check; its bytes are handed over. */
export interface PartTask {
  number: number;
  bytes: Uint8Array<ArrayBuffer>;
  /** bytes of it that are the part */
  length: number;
  line: number;
  /** Where its texts were seen in earlier parts, by the number of the question; given when it is checked again. */
  answers: Partial<Record<TableName, ReadonlyMap<number, number>>>;
}

/** What came of it; the bytes are handed back. */
export interface PartDone {
  task: PartTask;
  end: PartEnd;
  asked: Record<TableName, Uint32Array<ArrayBuffer>>;
  counts: TallyCounts;
  told: PartTold;
}
