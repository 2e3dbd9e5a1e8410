"use client";
/** Invites one person to enrol a device; not offered to who may not, nor for accounts that cannot sign in. */
import { Button } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { Send } from "lucide-react";
import type { AccountDetails } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { useNews } from "../pieces/use-news";
import { useMay } from "../shell/viewer-context";

export function useInvite(account: AccountDetails) {
  const trpc = useTRPC();
  const news = useNews();
  const mayInvite = useMay("invitations.write");
  const invite = useMutation(
    trpc.enrolment.invitations.inviteAccounts.mutationOptions({
      onSuccess: ({ invited }) =>
        news.done(
          invited === 1
            ? `An invitation is on its way to ${account.email}.`
            : `${account.name} has a pending invitation already.`,
        ),
      onError: news.failed,
    }),
  );
  const possible = account.kind === "PERSON" && account.enabled && !account.lockedOut;
  return {
    offered: mayInvite && possible,
    busy: invite.isPending,
    invite: () => invite.mutate({ accountIds: [account.id] }),
  };
}

export function InviteButton({ account }: { account: AccountDetails }) {
  const { offered, busy, invite } = useInvite(account);
  if (!offered) return null;
  return (
    <Button icon={<Send />} loading={busy} onClick={invite}>
      Invite to enrol
    </Button>
  );
}
