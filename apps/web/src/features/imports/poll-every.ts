/** How soon an import may look different by itself. Pure. */
import type { ImportRecord } from "@rollcall/accounts";

type Watched = Pick<
  ImportRecord,
  "status" | "mails" | "passwordsPending" | "demands" | "options" | "summary" | "stopped" | "guard"
>;

/** Milliseconds; false when only a person changes it now. */
export function pollEvery(record: Watched | undefined): number | false {
  if (record === undefined) return false;
  switch (record.status) {
    case "UPLOADING":
      return 1_000;
    case "STAGED":
    case "COMMITTING":
      return 500;
    case "COMPLETED":
      return isSettled(record) ? false : 2_000;
    case "READY":
      // Somebody else may correct its rows, or press the button.
      return goesByItself(record) ? 500 : 5_000;
    case "FAILED":
    case "CANCELLED":
      return false;
  }
}

/** A clean file of a format that is carried out without being asked (sources/002): ready for a moment only. */
function goesByItself({ demands, options, summary, stopped, guard }: Watched): boolean {
  if (stopped !== null || guard !== null) return false;
  return demands?.commitsByItself === true && !options.hold && summary?.problem === 0;
}

/** Every mail has been handed over or given up, every imported password hashed. */
export function isSettled({
  mails,
  passwordsPending,
}: Pick<ImportRecord, "mails" | "passwordsPending">): boolean {
  return mails.sent + mails.failed >= mails.total && passwordsPending === 0;
}
