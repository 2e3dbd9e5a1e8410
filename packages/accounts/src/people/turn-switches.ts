/** Disables, enables, locks and unlocks one account as part of an edit, with what follows and the events for it. */
import type { AccountPatch, AuditEntry, TargetRow, Transaction } from "@rollcall/db";
import { addressKey } from "@rollcall/importer";
import type { Actor } from "../access/authorise";
import { forgiveAddress } from "../access/sign-in-throttle";
import type { AuditAction } from "../audit/actions";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { shutOut } from "./shut-out";
import type { EditAccountFields } from "./types";

/** Whether it may be done, the caller has asked. The patch is the caller's to write. */
export async function turnSwitches(
  context: Context,
  tx: Transaction,
  actor: Actor,
  account: TargetRow,
  fields: EditAccountFields,
): Promise<{ patch: AccountPatch; events: AuditEntry[] }> {
  const patch: AccountPatch = {};
  const events: AuditEntry[] = [];
  const note = (action: AuditAction): void => {
    events.push(auditEntry(context, actor, action, accountSubject(account)));
  };
  const { enabled, lockedOut } = fields;
  if (enabled !== undefined && enabled !== account.enabled) {
    patch.enabled = enabled;
    note(enabled ? "account.enabled" : "account.disabled");
    if (!enabled) await shutOut(tx, [account.id], "The account was disabled before it was sent.");
  }
  if (lockedOut !== undefined && lockedOut !== account.lockedOut) {
    patch.lockedOut = lockedOut;
    note(lockedOut ? "account.locked" : "account.unlocked");
    if (lockedOut) await shutOut(tx, [account.id], "The account was locked before it was sent.");
    const key = addressKey(account.email);
    if (!lockedOut && key !== null) await forgiveAddress(tx, key);
  }
  if (fields.kind === "LIST" && account.kind === "PERSON")
    await shutOut(tx, [account.id], "The account became a distribution list before it was sent.");
  return { patch, events };
}
