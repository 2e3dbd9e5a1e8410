// The problem of a file that is no table that can be read. A container that becomes readable leaves this list.
import { makeProblem, type Problem } from "../model/problem";
import { containerText } from "../words/container-text";
import type { ContainerGuess } from "./container";

/** `file.encrypted` or `file.unsupported`; the name only shows where it promises something else. */
export function refuseContainer(guess: ContainerGuess, fileName: string | undefined): Problem {
  if (guess.container === "csv") return makeProblem("file.corrupt", { what: "it cannot be read" });
  const { what, advice } = containerText[guess.container];
  if (guess.encrypted) return makeProblem("file.encrypted", { what });
  return makeProblem("file.unsupported", { what, advice, extension: promised(fileName) });
}

// Only the extensions of text: for the others the sentence says the same thing already.
function promised(fileName: string | undefined): string {
  return /\.(?:csv|tsv|txt)$/iu.exec(fileName ?? "")?.[0].toLowerCase() ?? "";
}
