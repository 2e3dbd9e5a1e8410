/** The list of mails, its first page fetched with the page. */
import type { Metadata } from "next";
import { mailInput, mailQuery } from "../../../features/mail/mail-query";
import { MailScreen } from "../../../features/mail/mail-screen";
import { nextCursor, toSearchParams } from "../../../features/pieces/params";
import { Hydrated, prefetch, prefetchPages, trpc } from "../../../trpc/server";

export const metadata: Metadata = { title: "Mail" };

type Params = Record<string, string | string[] | undefined>;

export default async function MailPage({ searchParams }: { searchParams: Promise<Params> }) {
  const input = mailInput(mailQuery.parse(toSearchParams(await searchParams)));
  await Promise.all([
    prefetchPages(trpc.mail.list.infiniteQueryOptions(input, { getNextPageParam: nextCursor })),
    prefetch(trpc.mail.summary.queryOptions()),
  ]);
  return (
    <Hydrated>
      <MailScreen />
    </Hydrated>
  );
}
