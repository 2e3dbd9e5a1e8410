/** What `npm run bench -- …` was asked to do. Pure. */
import { parseArgs } from "node:util";

export const measurements = [
  ...(["import", "again", "second", "undo", "linearity"] as const),
  ...(["pages", "lists", "hash", "check", "kill"] as const),
] as const;
export type Measurement = (typeof measurements)[number];

export interface BenchPlan {
  rows: number;
  wanted: readonly Measurement[];
  markdown: boolean;
  keep: boolean;
}

export const usage = `npm run bench -- [--rows N] [--only ${measurements.join("|")}]… [--markdown] [--keep]
  --rows N     people in the file, default 100000
  --only NAME  one measurement (may be repeated); again, second, undo and pages import first
  --markdown   print Markdown tables
  --keep       leave the data folder where it is`;

/** The plan, or one sentence about what is wrong. */
export function readArguments(words: string[]): BenchPlan | { mistake: string } {
  let values;
  try {
    ({ values } = parseArgs({
      args: words,
      options: {
        rows: { type: "string", default: "100000" },
        only: { type: "string", multiple: true, default: [] },
        markdown: { type: "boolean", default: false },
        keep: { type: "boolean", default: false },
      },
    }));
  } catch (error) {
    return { mistake: error instanceof Error ? error.message : String(error) };
  }
  const rows = Number(values.rows);
  if (!Number.isInteger(rows) || rows < 1_000 || rows > 1_000_000) {
    return { mistake: `--rows must be a number from 1000 to 1000000, but is ${values.rows}.` };
  }
  const unknown = values.only.find((name) => !isMeasurement(name));
  if (unknown !== undefined) return { mistake: `--only takes ${measurements.join(", ")}, not ${unknown}.` };
  const wanted = values.only.length === 0 ? measurements : values.only.filter(isMeasurement);
  return { rows, wanted, markdown: values.markdown, keep: values.keep };
}

function isMeasurement(name: string): name is Measurement {
  return measurements.some((known) => known === name);
}
