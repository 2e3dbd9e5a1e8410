// Reads a hostile workbook and says what is wrong with how that went; null: nothing.
import { defaultLimits, describeProblem } from "@rollcall/importer";
import { Fault } from "../child/fault";
import { openBook } from "../child/open-book";
import type { HostileWorkbook } from "./hostile-workbooks";
import { readAll } from "./read-all";

/** What a reader says that failed for no reason of the file it could name, or was killed. */
const unclear = /contradicts itself|unexpected end|30 seconds|512 MB of memory/u;

/** In a process of its own, as always. */
export async function inChild({ name, container, bytes, code }: HostileWorkbook): Promise<string | null> {
  const outcome = await readAll(bytes, container);
  if (outcome.kind === "rows") return code === null ? null : `${name}: gave rows, not ${code}`;
  const words = describeProblem(outcome.problem);
  if (unclear.test(words)) return `${name}: ${words}`;
  return code === null || outcome.problem.code === code
    ? null
    : `${name}: ${outcome.problem.code}, not ${code}`;
}

/** In this process, which is faster and lets no defect hide: for the many cases of a fuzzer. */
export async function inThisProcess({ name, container, bytes }: HostileWorkbook): Promise<string | null> {
  try {
    const book = await openBook({ bytes, limits: defaultLimits }, container);
    for (const at of book.sheets.keys()) for await (const _rows of book.read(at));
    return null;
  } catch (error) {
    return error instanceof Fault
      ? null
      : `${name}: ${error instanceof Error ? (error.stack ?? error.message) : "?"}`;
  }
}
