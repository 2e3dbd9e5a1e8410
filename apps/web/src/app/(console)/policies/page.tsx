/** Policies, fetched with the page. */
import type { Metadata } from "next";
import { PoliciesScreen } from "../../../features/policies/policies-screen";
import { Hydrated, prefetch, trpc } from "../../../trpc/server";

export const metadata: Metadata = { title: "Policies" };

export default async function PoliciesPage() {
  await prefetch(trpc.organisation.policies.list.queryOptions());
  return (
    <Hydrated>
      <PoliciesScreen />
    </Hydrated>
  );
}
