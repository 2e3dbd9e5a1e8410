/** Disables and enables accounts. A disabled one can neither sign in nor use a link; its sessions end at once. */
import { appendAudits, writeEnabled } from "@rollcall/db";
import { authorise } from "../access/authorise";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { done, type Result } from "../result";
import { transact } from "../transact";
import { actOn, actOnOne } from "./act-on";
import { shutOut } from "./shut-out";
import type { BulkResult } from "./types";

/** All or none. Refuses `own-account`, `role-above-yours`, `last-master`; at most 1,000 at once. */
export async function setAccountsEnabled(
  context: Context,
  input: { accountIds: string[]; enabled: boolean },
): Promise<Result<BulkResult>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  const { enabled } = input;
  return transact(
    context,
    async (tx) => {
      const takesAway = !enabled;
      const found = await actOn(context, tx, input.accountIds, {
        permission: "accounts.write",
        takesAway,
        ...(enabled ? {} : { notOwn: "disable" }),
      });
      if (!found.ok) return found;
      const { actor, accounts, gone } = found.value;
      const changing = accounts.filter((account) => account.enabled !== enabled);
      const ids = changing.map((account) => account.id);
      await writeEnabled(tx, ids, enabled);
      if (!enabled) {
        await shutOut(tx, ids, "The account was disabled before it was sent.");
      }
      const action = enabled ? "account.enabled" : "account.disabled";
      await appendAudits(
        tx,
        changing.map((account) => auditEntry(context, actor, action, accountSubject(account))),
      );
      return done({ changed: ids.length, unchanged: accounts.length - ids.length, gone });
    },
    { what: "One of these accounts" },
  );
}

/** The same for one account, which must exist. */
export async function setAccountEnabled(
  context: Context,
  input: { accountId: string; enabled: boolean },
): Promise<Result<null>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  const exists = await transact(context, (tx) =>
    actOnOne(context, tx, input.accountId, { permission: "accounts.write" }),
  );
  if (!exists.ok) return exists;
  const result = await setAccountsEnabled(context, { accountIds: [input.accountId], enabled: input.enabled });
  return result.ok ? done(null) : result;
}
