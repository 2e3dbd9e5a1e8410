/** Finds what a mailed invitation's token stands for. Reads only; wrong guesses are counted by network, as with password links. */
import {
  findInvitation,
  findTarget,
  findToken,
  type InvitationRow,
  type TargetRow,
  type TokenRow,
} from "@rollcall/db";
import { hashToken, looksLikeToken } from "../access/link-tokens";
import { countWrongLink, linkWait } from "../access/sign-in-throttle";
import type { Context } from "../context";
import { done, refuse, type Result } from "../result";

export interface OpenInvitation {
  token: TokenRow;
  invitation: InvitationRow;
  account: TargetRow;
}

const unusable = {
  accepted: "used",
  expired: "expired",
  revoked: "unknown",
} as const;

/** Refuses `link-unusable` with the reason, `too-many-attempts` after guessing. */
export async function findInvitationLink(context: Context, text: string): Promise<Result<OpenInvitation>> {
  const { database, ip } = context;
  const closed = await linkWait(database, ip);
  if (closed > 0) return refuse({ code: "too-many-attempts", retryAfterSeconds: closed });
  const token = looksLikeToken(text) ? await findToken(database, [hashToken("ENROL", text)]) : null;
  if (token === null) {
    await countWrongLink(database, ip);
    return refuse({ code: "link-unusable", reason: "unknown" });
  }
  const invitation = token.invitationId === null ? null : await findInvitation(database, token.invitationId);
  if (token.state === "used" || token.state === "expired")
    return refuse({ code: "link-unusable", reason: token.state });
  if (token.state === "revoked" || invitation === null)
    return refuse({ code: "link-unusable", reason: "unknown" });
  if (invitation.state !== "pending")
    return refuse({ code: "link-unusable", reason: unusable[invitation.state] });
  const account = await findTarget(database, invitation.accountId);
  if (account === null || !account.enabled || account.lockedOut)
    return refuse({ code: "link-unusable", reason: "unknown" });
  return done({ token, invitation, account });
}
