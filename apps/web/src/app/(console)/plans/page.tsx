/** Service plans, fetched with the page. */
import type { Metadata } from "next";
import { PlansScreen } from "../../../features/plans/plans-screen";
import { Hydrated, prefetch, trpc } from "../../../trpc/server";

export const metadata: Metadata = { title: "Plans" };

export default async function PlansPage() {
  await prefetch(trpc.organisation.plans.list.queryOptions());
  return (
    <Hydrated>
      <PlansScreen />
    </Hydrated>
  );
}
