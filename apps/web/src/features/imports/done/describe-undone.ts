/** What an undo did, a line a heap; nothing of nought. Pure. */
import type { ImportRecord } from "@rollcall/accounts";
import { countOf } from "../../pieces/words";

export function describeUndone(undo: NonNullable<ImportRecord["undo"]>): string[] {
  const { restored, removed, kept, gone, lacking } = undo;
  return [
    restored > 0 ? `${countOf(restored, "account")} as before` : null,
    lacking > 0
      ? `${countOf(lacking, "account")} of them without a department, service plan or group that was deleted since`
      : null,
    removed > 0 ? `${countOf(removed, "account")} removed` : null,
    kept > 0 ? `${countOf(kept, "account")} kept, changed since` : null,
    gone > 0 ? `${countOf(gone, "account")} gone already` : null,
  ].filter((line) => line !== null);
}
