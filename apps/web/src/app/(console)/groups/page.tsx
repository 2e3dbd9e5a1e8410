/** The list of groups, its first page fetched with the page. */
import type { Metadata } from "next";
import { namedInput, namedQuery } from "../../../features/named/named-query";
import { NamedScreen } from "../../../features/named/named-screen";
import { nextCursor, toSearchParams } from "../../../features/pieces/params";
import { Hydrated, prefetchPages, trpc } from "../../../trpc/server";

export const metadata: Metadata = { title: "Groups" };

type Params = Record<string, string | string[] | undefined>;

export default async function GroupsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const input = namedInput(namedQuery.parse(toSearchParams(await searchParams)));
  await prefetchPages(trpc.organisation.groups.infiniteQueryOptions(input, { getNextPageParam: nextCursor }));
  return (
    <Hydrated>
      <NamedScreen kind="group" />
    </Hydrated>
  );
}
