/** Sends an invitation again, under a new link, or takes it back. Help desk may send again. */
import {
  appendAudit,
  cancelInvitationMails,
  extendInvitation,
  findInvitation,
  hasOtherPending,
  lockInvitations,
  markRevoked,
  revokeInvitationTokens,
  type InvitationRow,
  type TargetRow,
  type Transaction,
} from "@rollcall/db";
import { authorise, type Actor } from "../access/authorise";
import type { Permission } from "../access/permissions";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { parseId } from "../ids";
import { queueInvitation } from "../mail/queue-mail";
import { actOnOne } from "../people/act-on";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import { invitationDays } from "./invite";

/**
 * Pending or expired becomes pending for the full time again; the links sent before die at once. Refuses `wrong-state` for an
 * invitation that was accepted or revoked or has a successor, and for an account that may not sign in.
 */
export async function resendInvitation(
  context: Context,
  input: { invitationId: string },
): Promise<Result<null>> {
  return onInvitation(
    context,
    input.invitationId,
    "accounts.help",
    async (tx, { actor, account, invitation }) => {
      const state = unreachable(account);
      if (state !== null) return refuse({ code: "wrong-state", what: "account", state });
      if (invitation.state === "expired" && (await hasOtherPending(tx, account.id, invitation.id))) {
        return refuse({ code: "wrong-state", what: "invitation", state: "followed by a newer one" });
      }
      if (!(await extendInvitation(tx, invitation.id, invitationDays))) return over(invitation);
      await revokeInvitationTokens(tx, invitation.id);
      await cancelInvitationMails(tx, invitation.id, "A newer one was asked for.");
      await queueInvitation(
        tx,
        { accountId: account.id, name: account.name, email: account.email },
        invitation.id,
      );
      const data = { invitationId: String(invitation.id) };
      await appendAudit(tx, auditEntry(context, actor, "invitation.resent", accountSubject(account), data));
      return done(null);
    },
  );
}

/** Its links die at once and its unsent mails are not sent. Refuses `wrong-state` unless it is pending. */
export async function revokeInvitation(
  context: Context,
  input: { invitationId: string },
): Promise<Result<null>> {
  return onInvitation(
    context,
    input.invitationId,
    "invitations.write",
    async (tx, { actor, account, invitation }) => {
      if (!(await markRevoked(tx, invitation.id))) return over(invitation);
      await revokeInvitationTokens(tx, invitation.id);
      await cancelInvitationMails(tx, invitation.id, "The invitation was revoked before it was sent.");
      const data = { invitationId: String(invitation.id) };
      await appendAudit(tx, auditEntry(context, actor, "invitation.revoked", accountSubject(account), data));
      return done(null);
    },
  );
}

interface Found {
  actor: Actor;
  account: TargetRow;
  invitation: InvitationRow;
}

/** The account is locked before the invitation is looked at again: nobody accepts it meanwhile. */
async function onInvitation(
  context: Context,
  invitationId: string,
  permission: Permission,
  work: (tx: Transaction, found: Found) => Promise<Result<null>>,
): Promise<Result<null>> {
  const gate = await authorise(context, permission);
  if (!gate.ok) return gate;
  const none = refuse({ code: "not-found", what: "invitation" });
  const id = parseId(invitationId);
  if (id === null) return none;
  return transact(
    context,
    async (tx) => {
      const seen = await findInvitation(tx, id);
      if (seen === null) return none;
      await lockInvitations(tx);
      const target = await actOnOne(context, tx, String(seen.accountId), { permission });
      if (!target.ok) return target;
      const invitation = await findInvitation(tx, id);
      return invitation === null ? none : work(tx, { ...target.value, invitation });
    },
    { what: "This invitation" },
  );
}

function over(invitation: InvitationRow): Result<null> {
  return refuse({ code: "wrong-state", what: "invitation", state: invitation.state });
}

function unreachable(account: TargetRow): string | null {
  if (!account.enabled) return "disabled";
  return account.lockedOut ? "locked" : null;
}
