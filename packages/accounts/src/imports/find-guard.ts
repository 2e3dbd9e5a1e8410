/**
 * Has the figures of a READY import judged by the limits of this moment. The figures stand in the plan (its consequences, kept up by
 * edits); only the limits and the number of accounts are asked for, so a record stays cheap to read however many rows it has.
 */
import { countAccounts, type Queryable } from "@rollcall/db";
import { loadSettings } from "../organisation/settings";
import { guardLimits, judgeGuards, leastForShare, type ImportGuard } from "./guards";
import type { ImportRecord } from "./types";

/** `counted`: see `countsForGuards`. */
export async function findGuard(
  db: Queryable,
  { status, summary, consequences, removals, undoes }: ImportRecord,
  counted: boolean,
): Promise<ImportGuard | null> {
  const changed = summary?.update ?? 0;
  const administratorsMade = consequences?.administratorsMade ?? 0;
  if (status !== "READY" || undoes !== null) return null;
  if (changed === 0 && removals === 0 && administratorsMade === 0) return null;
  const settings = await loadSettings(db);
  const accounts = changed < leastForShare ? 0 : (await countAccounts(db)).count;
  return judgeGuards(
    {
      created: summary?.create ?? 0,
      changed,
      accounts,
      administrators: (consequences?.administratorsChanged ?? 0) + (consequences?.administratorsLeaving ?? 0),
      administratorsMade,
      removals: (consequences?.membershipsEnded ?? 0) + removals,
      counted,
    },
    guardLimits(settings),
  );
}

/** Whether the plan says what guards ask; one that an older version made does not. `stored`: Import.consequences. */
export function countsForGuards(stored: unknown): boolean {
  return typeof stored === "object" && stored !== null && "administratorsChanged" in stored;
}
