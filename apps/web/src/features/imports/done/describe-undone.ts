/** What an undo did, a line a heap; nothing of nought. Pure. */
import type { ImportRecord } from "@rollcall/accounts";
import { countOf } from "../../pieces/words";

export function describeUndone(undo: NonNullable<ImportRecord["undo"]>): string[] {
  const { restored, removed, kept, gone } = undo;
  return [
    restored > 0 ? `${countOf(restored, "account")} as before` : null,
    removed > 0 ? `${countOf(removed, "account")} removed` : null,
    kept > 0 ? `${countOf(kept, "account")} kept, changed since` : null,
    gone > 0 ? `${countOf(gone, "account")} gone already` : null,
  ].filter((line) => line !== null);
}
