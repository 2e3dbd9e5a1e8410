/**
 * The guard of every action on chosen accounts: locks them, refuses what roles forbid, and keeps the last Master. All or
 * none: one account that may not be acted on refuses the whole.
 */
import {
  countMasters,
  holdAddresses,
  lockAdministrators,
  lockTargets,
  type TargetRow,
  type Transaction,
} from "@rollcall/db";
import { authoriseAgain, type Actor } from "../access/authorise";
import { isAbove, roleName, type Permission } from "../access/permissions";
import type { Context } from "../context";
import { parseIds } from "../ids";
import { done, refuse, type Result } from "../result";
import { bulkLimit } from "./types";

export interface Action {
  permission: Permission;
  /** when set, one's own account is refused: "disable", "delete", … */
  notOwn?: string;
  /** the account could sign in as administrator before and cannot afterwards: the last Master must not be among them */
  takesAway?: boolean;
  /** addresses or user names are written: their table is held before an account is, as imports do */
  writesAddresses?: boolean;
}

export interface Targets {
  actor: Actor;
  accounts: TargetRow[];
  /** ids that are no account (any more) */
  gone: number;
}

/**
 * Call first in the transaction. Actions that take an administrator away are done one at a time, and the caller's own role
 * is looked up again under that lock: of two Masters who demote each other, one is late and refused.
 */
export async function actOn(
  context: Context,
  tx: Transaction,
  accountIds: readonly string[],
  action: Action,
): Promise<Result<Targets>> {
  if (accountIds.length > bulkLimit) {
    return refuse({
      code: "invalid",
      fields: { accountIds: `Choose at most ${bulkLimit.toLocaleString("en")} accounts at once.` },
    });
  }
  if (action.takesAway === true) await lockAdministrators(tx);
  if (action.writesAddresses === true) await holdAddresses(tx);
  const gate = await authoriseAgain(context, tx, action.permission);
  if (!gate.ok) return gate;
  const actor = gate.value;
  const ids = parseIds(accountIds);
  const accounts = await lockTargets(tx, ids);
  const above = accounts.find((account) => isAbove(account, actor));
  if (above !== undefined) return refuse({ code: "role-above-yours", role: roleName(above) });
  if (action.notOwn !== undefined && accounts.some((account) => account.id === actor.accountId)) {
    return refuse({ code: "own-account", what: action.notOwn });
  }
  if (action.takesAway === true && (await endsMasters(tx, accounts))) return refuse({ code: "last-master" });
  return done({ actor, accounts, gone: new Set(accountIds).size - accounts.length });
}

/** The same for exactly one account, which must be there. */
export async function actOnOne(
  context: Context,
  tx: Transaction,
  accountId: string,
  action: Action,
): Promise<Result<{ actor: Actor; account: TargetRow }>> {
  const found = await actOn(context, tx, [accountId], action);
  if (!found.ok) return found;
  const [account] = found.value.accounts;
  if (account === undefined) return refuse({ code: "not-found", what: "account" });
  return done({ actor: found.value.actor, account });
}

async function endsMasters(tx: Transaction, accounts: readonly TargetRow[]): Promise<boolean> {
  const masters = accounts.filter(
    (account) =>
      account.role === "ADMINISTRATOR" &&
      account.adminRole === "MASTER" &&
      account.enabled &&
      !account.lockedOut,
  );
  if (masters.length === 0) return false;
  return (
    (await countMasters(
      tx,
      masters.map((account) => account.id),
    )) === 0
  );
}
