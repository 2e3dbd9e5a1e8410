/**
 * What a part of a file has to tell, ready to be printed. It does not know whether the part is all of the file.
 */
import type { Problem } from "@rollcall/importer";
import { problemLine, problemView } from "../output/problem-view";
import { inArray } from "../output/spool";

/** More lines for people would scroll away what matters; --json has them all. */
export const shown = 25;

/** `json`: every problem, as a spool takes them. `lines`: the first problems for people, of `count` that are more than infos. */
export type PartTold = { json: Uint8Array<ArrayBuffer> } | { lines: string[]; count: number };

/** Takes the problems of rows, and gives what they have to tell, once. */
export interface PartTeller {
  add: (problems: readonly Problem[]) => void;
  take: () => PartTold;
}

export function tellPart(json: boolean): PartTeller {
  return json ? tellJson() : tellLines();
}

function tellJson(): PartTeller {
  const encoder = new TextEncoder();
  const problems: string[] = [];
  return {
    add: (found) => {
      for (const problem of found) problems.push(JSON.stringify(problemView(problem)));
    },
    take: () => ({ json: encoder.encode(inArray(problems)) }),
  };
}

function tellLines(): PartTeller {
  const lines: string[] = [];
  let count = 0;
  return {
    add: (found) => {
      for (const problem of found) {
        if (problem.severity === "info") continue;
        if (count++ < shown) lines.push(problemLine(problemView(problem)));
      }
    },
    take: () => ({ lines, count }),
  };
}
