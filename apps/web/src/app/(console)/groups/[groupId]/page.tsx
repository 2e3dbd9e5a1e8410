/** One group and its people. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NamedPage } from "../../../../features/named/named-page";
import { idOf } from "../../../../features/pieces/params";
import { Hydrated, prefetch, trpc } from "../../../../trpc/server";

export const metadata: Metadata = { title: "Group" };

export default async function GroupPage({ params }: { params: Promise<{ groupId: string }> }) {
  const id = idOf((await params).groupId);
  if (id === undefined) notFound();
  await prefetch(trpc.organisation.group.queryOptions({ groupId: id }));
  return (
    <Hydrated>
      <NamedPage kind="group" id={id} />
    </Hydrated>
  );
}
