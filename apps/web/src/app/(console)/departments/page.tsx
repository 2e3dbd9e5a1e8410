/** The list of departments, its first page fetched with the page. */
import type { Metadata } from "next";
import { namedInput, namedQuery } from "../../../features/named/named-query";
import { NamedScreen } from "../../../features/named/named-screen";
import { nextCursor, toSearchParams } from "../../../features/pieces/params";
import { Hydrated, prefetchPages, trpc } from "../../../trpc/server";

export const metadata: Metadata = { title: "Departments" };

type Params = Record<string, string | string[] | undefined>;

export default async function DepartmentsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const input = namedInput(namedQuery.parse(toSearchParams(await searchParams)));
  await prefetchPages(
    trpc.organisation.departments.infiniteQueryOptions(input, { getNextPageParam: nextCursor }),
  );
  return (
    <Hydrated>
      <NamedScreen kind="department" />
    </Hydrated>
  );
}
