/** Invites people to enrol a device: everybody whom an import created, or chosen ones. One mail an invitation, in its transaction. */
import {
  appendAudit,
  appendAudits,
  inviteChosen,
  inviteCreatedBy,
  lockInvitableImport,
  lockInvitations,
  type Inviting,
} from "@rollcall/db";
import { authorise, authoriseAgain, type Actor } from "../access/authorise";
import { adminRoles, isAbove } from "../access/permissions";
import { accountSubject, auditEntry } from "../audit/audit-entry";
import type { Context } from "../context";
import { statusWords } from "../imports/find-record";
import { parseImportId } from "../imports/import-id";
import type { ImportStatus } from "../imports/types";
import { actOn } from "../people/act-on";
import { invitedBy } from "../people/add-account";
import { done, refuse, type Result } from "../result";
import { transact } from "../transact";
import type { InviteResult } from "./types";

/**
 * How long an invitation can be accepted: two weeks, so that a holiday, or the wait for the device itself, does not cost a second
 * mail; a welcome link, which anybody can follow at a desk, lives for days. PRODUCT.md only says that it expires.
 */
export const invitationDays = 14;

/** A million invitations and their mails take a few minutes on a small machine; nobody else invites meanwhile. */
const longestMs = 600_000;
const busy = "Inviting people";

/**
 * Once an import: a second time, or before it is done, is refused `wrong-state`. Leaves out lists, accounts that are disabled or
 * locked, that have a pending invitation, or a role above the caller's.
 */
export async function inviteImported(
  context: Context,
  input: { importId: string },
): Promise<Result<InviteResult>> {
  const gate = await authorise(context, "invitations.write");
  if (!gate.ok) return gate;
  const id = parseImportId(input.importId);
  if (id === null) return refuse({ code: "not-found", what: "import" });
  return transact(
    context,
    async (tx) => {
      const again = await authoriseAgain(context, tx, "invitations.write");
      if (!again.ok) return again;
      const actor = again.value;
      const found = await lockInvitableImport(tx, id);
      if (found === null) return refuse({ code: "not-found", what: "import" });
      const state = uninvitable(found);
      if (state !== null) return refuse({ code: "wrong-state", what: "import", state });
      await lockInvitations(tx);
      const { invited, created } = await inviteCreatedBy(tx, id, inviting(actor));
      const result = { invited, skipped: created - invited };
      const subject = { type: "import", id, name: found.fileName } as const;
      const entry = auditEntry(context, actor, "import.invited", subject, { ...result });
      await appendAudit(tx, { ...entry, importId: id });
      return done(result);
    },
    { what: busy, timeoutMs: longestMs },
  );
}

/** At most 1,000 at once. Refuses the whole when one has a role above the caller's; leaves out as `inviteImported` does. */
export async function inviteAccounts(
  context: Context,
  input: { accountIds: string[] },
): Promise<Result<InviteResult>> {
  const gate = await authorise(context, "invitations.write");
  if (!gate.ok) return gate;
  return transact(
    context,
    async (tx) => {
      await lockInvitations(tx);
      const found = await actOn(context, tx, input.accountIds, { permission: "invitations.write" });
      if (!found.ok) return found;
      const { actor, accounts, gone } = found.value;
      const ids = accounts.map((account) => account.id);
      const invited = new Set(await inviteChosen(tx, ids, inviting(actor)));
      await appendAudits(
        tx,
        accounts
          .filter((account) => invited.has(account.id))
          .map((account) => auditEntry(context, actor, "invitation.sent", accountSubject(account))),
      );
      return done({ invited: invited.size, skipped: accounts.length - invited.size + gone });
    },
    { what: busy },
  );
}

function inviting(actor: Actor): Inviting {
  const below = adminRoles.filter((adminRole) => !isAbove({ role: "ADMINISTRATOR", adminRole }, actor));
  return { invitedByName: invitedBy(actor), days: invitationDays, adminRoles: below };
}

function uninvitable({ status, invitedAt }: { status: ImportStatus; invitedAt: Date | null }): string | null {
  if (status !== "COMPLETED") return statusWords[status];
  return invitedAt === null ? null : "one whose people were invited already";
}
