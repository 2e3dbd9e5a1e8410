/** What somebody may do with an account, by the rules of roles alone (PRODUCT.md, Roles). Screens show it, use cases decide again. */
import type { Actor } from "../access/authorise";
import {
  adminRoles,
  isAbove,
  may,
  mayWriteAccountCodes,
  type AdminRole,
  type Role,
} from "../access/permissions";
import type { AccountKind, AccountMay } from "./types";

export interface MayTarget {
  id: bigint;
  kind: AccountKind;
  role: Role;
  adminRole: AdminRole | null;
  enabled: boolean;
  lockedOut: boolean;
}

export function accountMay(actor: Actor, target: MayTarget): AccountMay {
  const below = !isAbove(target, actor);
  const own = actor.accountId === target.id;
  const write = below && may(actor, "accounts.write");
  const help = below && may(actor, "accounts.help");
  const reachable = target.kind === "PERSON" && target.enabled && !target.lockedOut;
  const changeRole = write && target.kind === "PERSON";
  return {
    edit: write,
    disable: write && !own,
    lock: write && !own && target.kind === "PERSON" && !target.lockedOut,
    unlock: help && target.lockedOut,
    delete: write && !own,
    changeRole,
    accountCode: write && mayWriteAccountCodes(actor),
    grant: changeRole ? grantable(actor) : [],
    resetPassword: help && reachable,
    resendWelcome: help && reachable,
  };
}

/** The roles somebody may give, strongest first, and User. */
export function grantable(actor: Actor): ("USER" | AdminRole)[] {
  const roles = adminRoles.filter((adminRole) => !isAbove({ role: "ADMINISTRATOR", adminRole }, actor));
  return [...roles, "USER"];
}
