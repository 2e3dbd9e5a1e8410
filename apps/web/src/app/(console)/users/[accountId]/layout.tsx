/** The page of one user, around whichever of its tabs is open. */
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { AccountFrame } from "../../../../features/account/account-frame";
import { idOf } from "../../../../features/pieces/params";
import { Hydrated, prefetch, trpc } from "../../../../trpc/server";

export interface AccountParams {
  params: Promise<{ accountId: string }>;
}

export default async function AccountLayout({ params, children }: AccountParams & { children: ReactNode }) {
  const accountId = idOf((await params).accountId);
  if (accountId === undefined) notFound();
  await prefetch(trpc.people.get.queryOptions({ accountId }));
  return (
    <Hydrated>
      <AccountFrame accountId={accountId}>{children}</AccountFrame>
    </Hydrated>
  );
}
