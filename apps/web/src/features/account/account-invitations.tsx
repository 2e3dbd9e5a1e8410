"use client";
/** The invitations of one user, newest first, with sending again and revoking. */
import { Button, Card, CardRow, EmptyState, RelativeTime, SkeletonRows } from "@rollcall/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import { MailOpen } from "lucide-react";
import dynamic from "next/dynamic";
import type { InvitationItem } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { InvitationStateBadge } from "../pieces/invitation-words";
import { nextCursor } from "../pieces/params";
import { QueryTrouble } from "../pieces/query-trouble";
import { useAccount } from "./account-context";
import { InviteButton } from "./invite-button";

const InvitationActions = dynamic(
  () => import("../invitations/invitation-actions").then((module) => module.InvitationActions),
  { ssr: false },
);

export function AccountInvitations() {
  const account = useAccount();
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.enrolment.invitations.list.infiniteQueryOptions(
      { accountId: account.id, limit: 50 },
      { getNextPageParam: nextCursor },
    ),
  );
  if (list.isPending) return <SkeletonRows rows={3} label="Loading invitations" />;
  if (list.isError)
    return <QueryTrouble what="list of invitations" error={list.error} onRetry={() => void list.refetch()} />;
  const invitations = list.data.pages.flatMap((page) => page.items);
  if (invitations.length === 0) {
    return (
      <EmptyState
        icon={<MailOpen />}
        title="Not invited yet"
        description={`An invitation brings ${account.name} a link with which to enrol one device.`}
        actions={<InviteButton account={account} />}
      />
    );
  }
  const pending = invitations.some((invitation) => invitation.state === "pending");
  return (
    <>
      <Card flush>
        {invitations.map((invitation) => (
          <CardRow
            key={invitation.id}
            icon={<MailOpen />}
            title={
              <>
                Invited <RelativeTime value={invitation.createdAt} /> by {invitation.invitedBy ?? "Rollcall"}
              </>
            }
            description={<Fate invitation={invitation} />}
            end={
              <span className="flex items-center gap-3">
                <InvitationStateBadge state={invitation.state} variant="plain" />
                <InvitationActions invitation={invitation} />
              </span>
            }
          />
        ))}
      </Card>
      <div className="mt-3 flex gap-2">
        {!pending && <InviteButton account={account} />}
        {list.hasNextPage && (
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show older ones
          </Button>
        )}
      </div>
    </>
  );
}

function Fate({ invitation }: { invitation: InvitationItem }) {
  const { state, device, acceptedAt, revokedAt, expiresAt, importFileName } = invitation;
  const from = importFileName === null ? "" : `${importFileName} · `;
  switch (state) {
    case "accepted":
      return (
        <>
          {from}
          {device?.name ?? "A device"} was enrolled <RelativeTime value={acceptedAt ?? expiresAt} />
        </>
      );
    case "revoked":
      return (
        <>
          {from}revoked <RelativeTime value={revokedAt ?? expiresAt} />
        </>
      );
    case "expired":
      return (
        <>
          {from}expired <RelativeTime value={expiresAt} />
        </>
      );
    case "pending":
      return (
        <>
          {from}expires <RelativeTime value={expiresAt} />
        </>
      );
  }
}
