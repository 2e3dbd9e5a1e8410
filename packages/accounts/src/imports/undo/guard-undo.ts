/**
 * Whether taking an import back changes so much of what exists that it takes the number and the password, by the limits of imports.
 * Accounts that the import made and nobody has used since are not counted: that they go again is what an undo is for, and it can be
 * taken back. Those it changed are, and administrators in any case.
 */
import { countAccounts, type Queryable, type UndoFacts } from "@rollcall/db";
import { loadSettings } from "../../organisation/settings";
import { guardLimits, judgeGuards, leastForShare, type ImportGuard } from "../guards";

/** Null: the button is enough. Nobody has said yes to its administrators before, whoever asks. */
export async function guardUndo(db: Queryable, facts: UndoFacts): Promise<ImportGuard | null> {
  const { restored, removed, remade, administrators, administratorsMade, membershipsEnded } = facts;
  const changed = restored - remade;
  const accounts = changed < leastForShare ? 0 : (await countAccounts(db)).count;
  const guard = judgeGuards(
    {
      ...{ created: remade + removed, changed, accounts, administrators, administratorsMade },
      ...{ removals: membershipsEnded, counted: true },
    },
    guardLimits(await loadSettings(db)),
  );
  return guard === null ? null : { ...guard, onlyGrants: false };
}
