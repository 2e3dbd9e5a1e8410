"use client";
/** What can be done with an invitation: send it again under a new link, take it back. Taking back asks once. */
import { AlertDialog, IconButton, Menu, MenuItem } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { Ban, Ellipsis, Send, UserRound } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { InvitationItem } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { useNews } from "../pieces/use-news";
import { useMay } from "../shell/viewer-context";

export interface InvitationActionsProps {
  invitation: InvitationItem;
  withPerson?: boolean | undefined;
}

export function InvitationActions({ invitation, withPerson = false }: InvitationActionsProps) {
  const trpc = useTRPC();
  const news = useNews();
  const mayHelp = useMay("accounts.help");
  const mayInvite = useMay("invitations.write");
  const [asking, setAsking] = useState(false);
  const { invitations } = trpc.enrolment;
  const resend = useMutation(invitations.resend.mutationOptions({ onError: news.failed }));
  const revoke = useMutation(invitations.revoke.mutationOptions({ onError: news.failed }));
  const { state, personName, address } = invitation;
  const canResend = mayHelp && (state === "pending" || state === "expired");
  const canRevoke = mayInvite && state === "pending";
  if (!canResend && !canRevoke && !withPerson) return null;
  const input = { invitationId: invitation.id };
  return (
    <>
      <Menu
        align="end"
        label={`More about the invitation of ${personName}`}
        trigger={<IconButton label="More" icon={<Ellipsis />} size="sm" variant="secondary" />}
      >
        {withPerson && (
          <MenuItem
            icon={<UserRound />}
            render={<Link href={`/users/${invitation.accountId}/invitations`} prefetch={false} />}
          >
            Open {personName}
          </MenuItem>
        )}
        {canResend && (
          <MenuItem
            icon={<Send />}
            onSelect={() =>
              resend.mutate(input, {
                onSuccess: () =>
                  news.done(`A new link is on its way to ${address}. The old one no longer works.`),
              })
            }
          >
            Send again
          </MenuItem>
        )}
        {canRevoke && (
          <MenuItem icon={<Ban />} tone="danger" onSelect={() => setAsking(true)}>
            Revoke
          </MenuItem>
        )}
      </Menu>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Revoke the invitation of ${personName}?`}
        confirmLabel="Revoke the invitation"
        cancelLabel="Keep it"
        hint="You can invite them again at any time."
        onConfirm={async () => {
          await revoke.mutateAsync(input);
          news.done(`The invitation of ${personName} is revoked.`);
        }}
      >
        The link that was mailed to {address} stops working. The account stays as it is.
      </AlertDialog>
    </>
  );
}
