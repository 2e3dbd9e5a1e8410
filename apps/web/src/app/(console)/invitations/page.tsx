/** The list of invitations, its first page fetched with the page. */
import type { Metadata } from "next";
import { invitationsInput, invitationsQuery } from "../../../features/invitations/invitations-query";
import { InvitationsScreen } from "../../../features/invitations/invitations-screen";
import { nextCursor, toSearchParams } from "../../../features/pieces/params";
import { Hydrated, prefetchPages, trpc } from "../../../trpc/server";

export const metadata: Metadata = { title: "Invitations" };

type Params = Record<string, string | string[] | undefined>;

export default async function InvitationsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const input = invitationsInput(invitationsQuery.parse(toSearchParams(await searchParams)));
  await prefetchPages(
    trpc.enrolment.invitations.list.infiniteQueryOptions(input, { getNextPageParam: nextCursor }),
  );
  return (
    <Hydrated>
      <InvitationsScreen />
    </Hydrated>
  );
}
