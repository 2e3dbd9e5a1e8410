/** Where one is signed in. */
import type { Metadata } from "next";
import { PortalSessions } from "../../../../features/portal/portal-sessions";
import { Hydrated, prefetch, trpc } from "../../../../trpc/server";

export const metadata: Metadata = { title: "Where I am signed in" };

export default async function SessionsPage() {
  await prefetch(trpc.access.mySessions.queryOptions());
  return (
    <Hydrated>
      <PortalSessions />
    </Hydrated>
  );
}
