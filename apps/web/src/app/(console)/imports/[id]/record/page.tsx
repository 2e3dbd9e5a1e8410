/** The whole record of one import. */
import type { Metadata } from "next";
import { RecordScreen } from "../../../../../features/imports/record/record-screen";
import { Hydrated, prefetch, trpc } from "../../../../../trpc/server";

export const metadata: Metadata = { title: "Record of an import" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function RecordPage({ params }: Props) {
  const { id } = await params;
  const importId = decodeURIComponent(id).slice(0, 24);
  await prefetch(trpc.imports.get.queryOptions({ importId }));
  return (
    <Hydrated>
      <RecordScreen importId={importId} />
    </Hydrated>
  );
}
