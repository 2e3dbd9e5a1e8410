/** One import: progress, review or what became of it, as its status has it. */
import type { Metadata } from "next";
import { ImportScreen } from "../../../../features/imports/import-screen";
import { importTitle } from "../../../../server/import-title";
import { Hydrated, prefetch, trpc } from "../../../../trpc/server";

interface Props {
  params: Promise<{ id: string }>;
}

/** The tab is named after the file, so that several can be told apart. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return { title: await importTitle(decodeURIComponent(id)) };
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
