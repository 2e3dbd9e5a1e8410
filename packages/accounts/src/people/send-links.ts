/** Mails people a way in: a new password for one, a welcome for many. Help desk may. */
import { appendAudits, cancelMessages, type TargetRow } from "@rollcall/db";
import { authorise } from "../access/authorise";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { queuePasswordReset, queueWelcomes } from "../mail/queue-mail";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { actOn, actOnOne } from "./act-on";
import { invitedBy } from "./add-account";
import type { BulkResult } from "./types";

/** Refuses `wrong-state` for an account that may not sign in. The password it has goes on working until the link is used. */
export async function sendPasswordReset(
  context: Context,
  input: { accountId: string },
): Promise<Result<null>> {
  const gate = await authorise(context, "accounts.help");
  if (!gate.ok) return gate;
  return transact(
    context,
    async (tx) => {
      const found = await actOnOne(context, tx, input.accountId, { permission: "accounts.help" });
      if (!found.ok) return found;
      const { actor, account } = found.value;
      const state = unreachable(account);
      if (state !== null) return refuse({ code: "wrong-state", what: "account", state });
      await cancelMessages(tx, [account.id], "A newer one was asked for.", ["password-reset"]);
      await queuePasswordReset(
        tx,
        { accountId: account.id, name: account.name, email: account.email },
        invitedBy(actor),
      );
      await appendAudits(tx, [auditEntry(context, actor, "password.link-sent", accountSubject(account))]);
      return done(null);
    },
    { what: "This account" },
  );
}

/** Accounts that may not sign in are left alone and counted as `unchanged`. At most 1,000 at once. */
export async function resendWelcome(
  context: Context,
  input: { accountIds: string[] },
): Promise<Result<BulkResult>> {
  const gate = await authorise(context, "accounts.help");
  if (!gate.ok) return gate;
  return transact(
    context,
    async (tx) => {
      const found = await actOn(context, tx, input.accountIds, { permission: "accounts.help" });
      if (!found.ok) return found;
      const { actor, accounts, gone } = found.value;
      const welcome = accounts.filter((account) => unreachable(account) === null);
      const ids = welcome.map((account) => account.id);
      await cancelMessages(tx, ids, "A newer one was asked for.", ["welcome"]);
      const recipients = welcome.map(({ id, name, email }) => ({ accountId: id, name, email }));
      await queueWelcomes(tx, recipients, invitedBy(actor));
      await appendAudits(
        tx,
        welcome.map((account) => auditEntry(context, actor, "welcome.sent", accountSubject(account))),
      );
      return done({ changed: welcome.length, unchanged: accounts.length - welcome.length, gone });
    },
    { what: "One of these accounts" },
  );
}

function unreachable(account: TargetRow): string | null {
  if (account.kind === "LIST") return "a distribution list";
  if (!account.enabled) return "disabled";
  return account.lockedOut ? "locked" : null;
}
