/** One department and its people. */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NamedPage } from "../../../../features/named/named-page";
import { idOf } from "../../../../features/pieces/params";
import { Hydrated, prefetch, trpc } from "../../../../trpc/server";

export const metadata: Metadata = { title: "Department" };

export default async function DepartmentPage({ params }: { params: Promise<{ departmentId: string }> }) {
  const id = idOf((await params).departmentId);
  if (id === undefined) notFound();
  await prefetch(trpc.organisation.department.queryOptions({ departmentId: id }));
  return (
    <Hydrated>
      <NamedPage kind="department" id={id} />
    </Hydrated>
  );
}
