/** Mail domains, fetched with the page. */
import type { Metadata } from "next";
import { DomainsScreen } from "../../../features/domains/domains-screen";
import { Hydrated, prefetch, trpc } from "../../../trpc/server";

export const metadata: Metadata = { title: "Domains" };

export default async function DomainsPage() {
  await prefetch(trpc.organisation.domains.list.queryOptions());
  return (
    <Hydrated>
      <DomainsScreen />
    </Hydrated>
  );
}
