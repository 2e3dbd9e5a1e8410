/** Whether rows of an import may have changed since its preview: they wait with those that have problems, or were dropped. Pure. */
import type { ImportRecord } from "@rollcall/accounts";

export function mayHaveDrifted({ status, summary }: Pick<ImportRecord, "status" | "summary">): boolean {
  return status === "COMPLETED" && summary !== null && summary.problem + summary.skip > 0;
}
