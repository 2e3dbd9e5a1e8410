/** The page behind an invitation's link, before anything is done: mail scanners open every link, so looking changes nothing. */
import { findPolicyOfAccount } from "@rollcall/db";
import type { Context } from "../context";
import { loadSettings } from "../organisation/settings";
import { done, type Result } from "../result";
import { findInvitationLink } from "./invitation-link";
import { recognisePlatform } from "./recognise-platform";
import type { InvitationLink } from "./types";

/** Reads only: may be asked any number of times. Refuses `link-unusable` with the reason. */
export async function checkInvitation(
  context: Context,
  input: { token: string; touchPoints?: number | undefined },
): Promise<Result<InvitationLink>> {
  const found = await findInvitationLink(context, input.token);
  if (!found.ok) return found;
  const { invitation, account } = found.value;
  const settings = await loadSettings(context.database);
  const policy = await findPolicyOfAccount(context.database, account.id);
  return done({
    personName: account.name,
    address: account.email,
    organisation: settings["organisation.name"],
    invitedBy: invitation.invitedByName,
    needsPassword: !account.hasPassword,
    passwordMinLength: settings["password.minLength"],
    policy: policy === null ? null : { name: policy.name, rules: policy.rules },
    expiresAt: invitation.expiresAt,
    platform: recognisePlatform(context.userAgent, input.touchPoints ?? null),
  });
}
