/** The list of imports, its first page fetched with the page. */
import type { Metadata } from "next";
import { ImportsScreen } from "../../../features/imports/list/imports-screen";
import { listImportsInput } from "../../../features/imports/list/list-imports-input";
import { nextCursor } from "../../../features/pieces/params";
import { Hydrated, prefetchPages, trpc } from "../../../trpc/server";

export const metadata: Metadata = { title: "Imports" };

export default async function ImportsPage() {
  await prefetchPages(
    trpc.imports.list.infiniteQueryOptions(listImportsInput, { getNextPageParam: nextCursor }),
  );
  return (
    <Hydrated>
      <ImportsScreen />
    </Hydrated>
  );
}
