"use client";
/** *Finish* or *Invite the imported users to enrol*: said with how many, done once; afterwards who was invited. */
import type { ImportRecord } from "@rollcall/accounts";
import { Button, Callout, Card, Skeleton } from "@rollcall/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleCheck, Smartphone } from "lucide-react";
import Link from "next/link";
import { useTRPC } from "../../../trpc/client";
import { describeTrouble } from "../../../trpc/error";
import { countOf } from "../../pieces/words";

export function InviteImported({ record, created }: { record: ImportRecord; created: number }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sent = useQuery(trpc.enrolment.invitations.list.queryOptions({ importId: record.id, limit: 1 }));
  const invite = useMutation(
    trpc.enrolment.invitations.inviteImported.mutationOptions({
      onSettled: () => void queries.invalidateQueries({ queryKey: trpc.enrolment.invitations.pathKey() }),
    }),
  );
  if (sent.isPending)
    return (
      <Card>
        <Skeleton className="w-40" />
      </Card>
    );
  const result = invite.data ?? null;
  const already = (sent.data?.items.length ?? 0) > 0;
  if (result !== null || already || record.options.invite)
    return <Invited record={record} words={result === null ? null : wordsOf(result)} />;
  return (
    <Card>
      <span className="flex size-9 items-center justify-center rounded-md bg-accent-soft text-accent-text">
        <Smartphone className="size-5" />
      </span>
      <h2 className="mt-3 text-base font-semibold">Invite them to enrol?</h2>
      <p className="mt-1 text-pretty text-foreground-2">
        {created === 1 ? "The new person" : `Each of the ${countOf(created, "new person", "new people")}`}{" "}
        gets one mail with a link of their own, to choose a password and add their phone. A link works once.
      </p>
      {invite.error !== null && (
        <Callout tone="danger" live className="mt-3">
          {describeTrouble(invite.error).message}
        </Callout>
      )}
      <div className="mt-4 space-y-2">
        <Button
          variant="primary"
          size="lg"
          wide
          loading={invite.isPending}
          onClick={() => invite.mutate({ importId: record.id })}
        >
          Invite the imported users to enrol
        </Button>
        <Button size="lg" wide render={<Link href={`/users?import=${record.id}`} />}>
          Finish
        </Button>
      </div>
      <p className="mt-2 text-xs text-foreground-3">Finish saves them and invites nobody.</p>
    </Card>
  );
}

function Invited({ record, words }: { record: ImportRecord; words: string | null }) {
  return (
    <Card>
      <h2 className="flex items-center gap-2 text-base font-semibold">
        <CircleCheck className="size-4 text-success" />
        Invited to enrol
      </h2>
      <p role="status" className="mt-1 text-pretty text-foreground-2">
        {words ?? "The people of this import have been invited. It happens once."}
      </p>
      <div className="mt-4 space-y-2">
        <Button variant="primary" size="lg" wide render={<Link href={`/users?import=${record.id}`} />}>
          Finish
        </Button>
        <Button size="lg" wide render={<Link href={`/invitations?import=${record.id}`} />}>
          See the invitations
        </Button>
      </div>
    </Card>
  );
}

function wordsOf({ invited, skipped }: { invited: number; skipped: number }): string {
  const left =
    skipped === 0 ? "" : ` ${countOf(skipped, "account")} cannot enrol or had an invitation already.`;
  return `${countOf(invited, "invitation")} ${invited === 1 ? "is" : "are"} on the way.${left}`;
}
