/** One mail. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MessagePage } from "../../../../features/mail/message-page";
import { idOf } from "../../../../features/pieces/params";
import { Hydrated, prefetch, trpc } from "../../../../trpc/server";

export const metadata: Metadata = { title: "Mail" };

export default async function OneMailPage({ params }: { params: Promise<{ messageId: string }> }) {
  const messageId = idOf((await params).messageId);
  if (messageId === undefined) notFound();
  await prefetch(trpc.mail.get.queryOptions({ messageId }));
  return (
    <Hydrated>
      <MessagePage messageId={messageId} />
    </Hydrated>
  );
}
