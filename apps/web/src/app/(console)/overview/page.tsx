/** The overview, its figures fetched with the page. */
import type { Metadata } from "next";
import { overviewInput, overviewQuery } from "../../../features/overview/overview-query";
import { OverviewScreen } from "../../../features/overview/overview-screen";
import { toSearchParams } from "../../../features/pieces/params";
import { Hydrated, prefetch, trpc } from "../../../trpc/server";

export const metadata: Metadata = { title: "Overview" };

type Params = Record<string, string | string[] | undefined>;

export default async function OverviewPage({ searchParams }: { searchParams: Promise<Params> }) {
  const query = overviewQuery.parse(toSearchParams(await searchParams));
  await prefetch(trpc.organisation.overview.queryOptions(overviewInput(query)));
  return (
    <Hydrated>
      <OverviewScreen />
    </Hydrated>
  );
}
