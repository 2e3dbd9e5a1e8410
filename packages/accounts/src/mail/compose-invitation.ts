/** What an invitation to enrol says, while it can still be accepted. Pure; the invitation was looked up before. */
import type { ClaimedMessage } from "@rollcall/db";
import { enrolLinkUrl } from "../access/link-tokens";
import { everyMail, type Composer, type Composition, type Reader } from "./compose-parts";
import type { Material } from "./gather-material";

const reasons = {
  accepted: "The invitation was accepted before it was sent.",
  revoked: "The invitation was revoked before it was sent.",
  expired: "The invitation expired before it was sent.",
} as const;

export function composeInvitation(
  message: ClaimedMessage,
  reader: Reader,
  composer: Composer,
  { invitation, policyName }: Material,
): Composition {
  if (invitation === null) return { kind: "cancel", reason: "The invitation is gone." };
  if (invitation.state !== "pending") return { kind: "cancel", reason: reasons[invitation.state] };
  const left = invitation.expiresAt.getTime() - message.now.getTime();
  return {
    kind: "mail",
    composed: {
      to: { name: reader.name, address: reader.email },
      // The link lives as long as its invitation, however long the mail waited.
      link: { purpose: "ENROL", minutes: Math.ceil(left / 60_000), invitationId: invitation.id },
      attachments: [],
      mail: {
        kind: "invitation",
        data: {
          ...everyMail(reader.name, composer),
          invitedBy: invitation.invitedByName,
          address: reader.email,
          enrolUrl: enrolLinkUrl(composer.appUrl, composer.token),
          expiresAt: invitation.expiresAt,
          policyName,
        },
      },
    },
  };
}
