/** Deletes accounts for good, with their addresses, memberships, sessions and links. The audit log and sent mail remember them. */
import { appendAudits, cancelMessages, removeAccounts } from "@rollcall/db";
import { authorise } from "../access/authorise";
import { roleName } from "../access/permissions";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { done, type Result } from "../result";
import { transact } from "../transact";
import { actOn } from "./act-on";
import type { BulkResult } from "./types";

/** All or none. Refuses `own-account`, `role-above-yours`, `last-master`; at most 1,000 at once. */
export async function deleteAccounts(
  context: Context,
  input: { accountIds: string[] },
): Promise<Result<BulkResult>> {
  const gate = await authorise(context, "accounts.write");
  if (!gate.ok) return gate;
  return transact(
    context,
    async (tx) => {
      const found = await actOn(context, tx, input.accountIds, {
        permission: "accounts.write",
        notOwn: "delete",
        takesAway: true,
        writesAddresses: true,
      });
      if (!found.ok) return found;
      const { actor, accounts, gone } = found.value;
      const ids = accounts.map((account) => account.id);
      await cancelMessages(tx, ids, "The account was deleted before it was sent.");
      await removeAccounts(tx, ids);
      const events = accounts.map((account) =>
        auditEntry(context, actor, "account.deleted", accountSubject(account), {
          email: account.email,
          role: roleName(account),
        }),
      );
      await appendAudits(tx, events);
      return done({ changed: ids.length, unchanged: 0, gone });
    },
    { what: "An import", timeoutMs: 60_000 },
  );
}
