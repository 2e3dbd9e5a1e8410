/** Locks an account by hand, and lets it in again. Help desk may unlock. */
import { appendAudits, endSessions, revokeTokens, writeLocked } from "@rollcall/db";
import { addressKey } from "@rollcall/importer";
import { authorise } from "../access/authorise";
import { forgiveAddress } from "../access/sign-in-throttle";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { done, type Result } from "../result";
import { transact } from "../transact";
import { actOnOne } from "./act-on";

/** Ends its sessions and links. Refuses `own-account`, `role-above-yours`, `last-master`. Locked already is no change. */
export async function lockAccount(context: Context, input: { accountId: string }): Promise<Result<null>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  return transact(
    context,
    async (tx) => {
      const action = { permission: "accounts.write", notOwn: "lock", takesAway: true } as const;
      const found = await actOnOne(context, tx, input.accountId, action);
      if (!found.ok) return found;
      const { actor, account } = found.value;
      if (account.lockedOut) return done(null);
      await writeLocked(tx, [account.id], true);
      await endSessions(tx, [account.id]);
      await revokeTokens(tx, [account.id]);
      await appendAudits(tx, [auditEntry(context, actor, "account.locked", accountSubject(account))]);
      return done(null);
    },
    { what: "This account" },
  );
}

/** Also forgets the failed sign-ins that made it wait. */
export async function unlockAccount(context: Context, input: { accountId: string }): Promise<Result<null>> {
  const gate = await authorise(context, "accounts.help");
  if (!gate.ok) return gate;
  return transact(
    context,
    async (tx) => {
      const found = await actOnOne(context, tx, input.accountId, { permission: "accounts.help" });
      if (!found.ok) return found;
      const { actor, account } = found.value;
      const key = addressKey(account.email);
      if (key !== null) await forgiveAddress(tx, key);
      if (!account.lockedOut) return done(null);
      await writeLocked(tx, [account.id], false);
      await appendAudits(tx, [auditEntry(context, actor, "account.unlocked", accountSubject(account))]);
      return done(null);
    },
    { what: "This account" },
  );
}
