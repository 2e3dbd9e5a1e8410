/** What `npm run chaos -- …` was asked to do. Pure. */
import { parseArgs } from "node:util";
import type { FaultCounts } from "./faults";

export interface ChaosPlan {
  faults: FaultCounts;
  /** rounds with a full disk */
  fullDisks: number;
  /** people in each file */
  rows: number;
  seed: number;
}

const long = { worker: 200, web: 50, database: 20, fullDisks: 3, rows: 4_000 };
/** What every `npm test` can afford. */
const short = { worker: 6, web: 2, database: 2, fullDisks: 1, rows: 1_500 };

export const usage = `npm run chaos -- [--short] [--worker N] [--web N] [--database N] [--full-disk N] [--rows N] [--seed N]
  kills what runs, again and again, while files are imported and undone, and looks at what is left each time
  --short  ${JSON.stringify(short)}
  else     ${JSON.stringify(long)}`;

/** The plan, or one sentence about what is wrong. */
export function readArguments(words: string[]): ChaosPlan | { mistake: string } {
  try {
    const text = { type: "string" } as const;
    const { values } = parseArgs({
      args: words,
      options: {
        short: { type: "boolean", default: false },
        worker: text,
        web: text,
        database: text,
        "full-disk": text,
        rows: text,
        seed: text,
      },
    });
    const usual = values.short ? short : long;
    const number = (given: string | undefined, otherwise: number): number => {
      const value = given === undefined ? otherwise : Number(given);
      if (!Number.isInteger(value) || value < 0)
        throw new Error(`a whole number is wanted, but there is ${given ?? ""}.`);
      return value;
    };
    return {
      faults: {
        worker: number(values.worker, usual.worker),
        web: number(values.web, usual.web),
        database: number(values.database, usual.database),
      },
      fullDisks: number(values["full-disk"], usual.fullDisks),
      rows: number(values.rows, usual.rows),
      seed: number(values.seed, 1),
    };
  } catch (error) {
    return { mistake: error instanceof Error ? error.message : String(error) };
  }
}
