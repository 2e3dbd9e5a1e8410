/** Attributes, fetched with the page. */
import type { Metadata } from "next";
import { AttributesScreen } from "../../../features/attributes/attributes-screen";
import { Hydrated, prefetch, trpc } from "../../../trpc/server";

export const metadata: Metadata = { title: "Attributes" };

export default async function AttributesPage() {
  await prefetch(trpc.organisation.attributes.list.queryOptions());
  return (
    <Hydrated>
      <AttributesScreen />
    </Hydrated>
  );
}
