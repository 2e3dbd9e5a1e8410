/** The exit code of an import, done or previewed (INTERFACE.md, CLI). Pure. */
import type { ImportRecord } from "@rollcall/accounts";
import type { ExitCode } from "../exit";

/**
 * 1 when the file was refused; when one row's problem stops all of it; when it is strict and any row has an error; and when rows have errors while no other row
 * wanted anything; and when it is over a limit that nobody said yes to; and when it was confirmed and given back to its review. Else 0: something was applied, or nothing needed to be.
 */
export function exitCodeOf(
  record: Pick<ImportRecord, "status" | "summary" | "stopped" | "objection" | "guard"> & {
    options: { strict: boolean };
  },
  typed: number | null,
): ExitCode {
  const { status, summary, options, stopped, objection, guard } = record;
  if (status === "FAILED" || summary === null || stopped !== null || objection !== null) return 1;
  // A dry run with the number that fits exits as the import would.
  if (guard !== null && typed !== guard.number) return 1;
  if (summary.problem === 0) return 0;
  return options.strict || summary.create + summary.update === 0 ? 1 : 0;
}
