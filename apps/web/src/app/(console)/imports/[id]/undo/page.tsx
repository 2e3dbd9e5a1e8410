/** What taking an import back would do, before it is done. */
import type { Metadata } from "next";
import { UndoScreen } from "../../../../../features/imports/undo/undo-screen";
import { Hydrated, prefetch, trpc } from "../../../../../trpc/server";

export const metadata: Metadata = { title: "Take an import back" };

interface Props {
  params: Promise<{ id: string }>;
}

export default async function UndoPage({ params }: Props) {
  const { id } = await params;
  const importId = decodeURIComponent(id).slice(0, 24);
  await prefetch(trpc.imports.get.queryOptions({ importId }));
  return (
    <Hydrated>
      <UndoScreen importId={importId} />
    </Hydrated>
  );
}
