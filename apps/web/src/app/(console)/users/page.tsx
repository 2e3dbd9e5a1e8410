/** The list of users, its first page fetched with the page. */
import type { Metadata } from "next";
import { nextCursor, toSearchParams } from "../../../features/pieces/params";
import { usersInput, usersQuery } from "../../../features/users/users-query";
import { UsersScreen } from "../../../features/users/users-screen";
import { Hydrated, prefetchPages, trpc } from "../../../trpc/server";

export const metadata: Metadata = { title: "Users" };

type Params = Record<string, string | string[] | undefined>;

export default async function UsersPage({ searchParams }: { searchParams: Promise<Params> }) {
  const query = usersQuery.parse(toSearchParams(await searchParams));
  await prefetchPages(
    trpc.people.list.infiniteQueryOptions(usersInput(query), { getNextPageParam: nextCursor }),
  );
  return (
    <Hydrated>
      <UsersScreen />
    </Hydrated>
  );
}
