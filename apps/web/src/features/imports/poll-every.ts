/** How soon an import may look different by itself. Pure. */
import type { ImportRecord } from "@rollcall/accounts";

type Watched = Pick<ImportRecord, "status" | "mails" | "passwordsPending">;

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
    case "FAILED":
    case "CANCELLED":
      return false;
  }
}

/** Every mail has been handed over or given up, every imported password hashed. */
export function isSettled({
  mails,
  passwordsPending,
}: Pick<ImportRecord, "mails" | "passwordsPending">): boolean {
  return mails.sent + mails.failed >= mails.total && passwordsPending === 0;
}
