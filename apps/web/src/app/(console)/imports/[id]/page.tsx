/** One import: progress, review or what became of it, as its status has it. */
import type { Metadata } from "next";
import { ImportScreen } from "../../../../features/imports/import-screen";
import { Hydrated, prefetch, trpc } from "../../../../trpc/server";

export const metadata: Metadata = { title: "Import" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function ImportPage({ params }: Props) {
  const { id } = await params;
  const importId = decodeURIComponent(id).slice(0, 24);
  await prefetch(trpc.imports.get.queryOptions({ importId }));
  return (
    <Hydrated>
      <ImportScreen importId={importId} />
    </Hydrated>
  );
}
