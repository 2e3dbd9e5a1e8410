/**
 * Reads a file and has it reported, row after row or in parts on several threads: what is said is the same. It does not know
 * what a report looks like.
 */
import { readRecords, type Limits, type ReadOptions } from "@rollcall/importer";
import type { CheckReport } from "../commands/check-report";
import { CheckTally } from "../commands/check-tally";
import type { OpenFile } from "../house/open-file";
import { holdOutput, type Output } from "../output/output";
import { checkInParts, type PartSizes } from "./check-in-parts";

type Reading = ReadOptions & { limits: Limits };

/** Any file, in this thread. */
export async function checkInOrder(
  file: OpenFile,
  reading: Reading,
  report: CheckReport,
): Promise<CheckTally> {
  const tally = new CheckTally();
  try {
    for await (const event of readRecords(file.read(), reading)) {
      tally.add(event);
      await report.add(event);
    }
    await file.finish(reading.limits.maxBytes);
    await report.end(tally, file);
  } finally {
    await report.close();
  }
  return tally;
}

export interface ThreadsRequest {
  json: boolean;
  /** Makes the report that writes to an output. */
  make: (output: Output) => CheckReport;
  output: Output;
  sizes?: PartSizes;
}

/** A large CSV, on several threads; null when the file is none, or must be refused: nothing was printed then. */
export async function checkOnThreads(
  { path, bytes, name }: OpenFile,
  { openWorkbook: _, ...options }: Reading,
  { json, make, output, sizes = {} }: ThreadsRequest,
): Promise<CheckTally | null> {
  if (path === null || bytes === null) return null;
  const held = holdOutput(output);
  const report = make(held);
  const tally = new CheckTally();
  try {
    const whole = await checkInParts(
      { path, bytes, options, json, ...sizes },
      {
        opened: async (event) => {
          tally.add(event);
          await report.add(event);
        },
        part: async (counts, told) => {
          tally.addCounts(counts);
          await report.addPart(told);
        },
      },
    );
    if (whole === null) return null;
    await held.letGo();
    await report.end(tally, { name, bytes, seen: () => ({ ...whole, whole: true }) });
    return tally;
  } finally {
    await report.close();
  }
}
