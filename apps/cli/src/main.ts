/**
 * The command line as a process: words and streams go in, its exit code comes out.
 */
import { makeOutput } from "./output/output";
import { runWords } from "./run-words";

/** Runs `rollcall WORDS…` and ends the process with its exit code. */
export async function main(given: readonly string[]): Promise<never> {
  const code = await runWords(given, makeOutput(process.stdout, process.stderr));
  // What was written must be out before the process is.
  await new Promise((resolve) => process.stdout.write("", resolve));
  process.exit(code);
}
