"use client";
/**
 * The page of one user: name, state and actions above, tabs, the part that was asked for, and the history beside it.
 * There is no edit mode; lines are changed where they stand.
 */
import { Aside, AsideSection, Breadcrumbs, PanelBody, Skeleton, SkeletonRows, TabLinks } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import type { AccountDetails } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { ConsolePage } from "../pieces/console-page";
import { QueryTrouble } from "../pieces/query-trouble";
import { AccountContext } from "./account-context";
import { AccountHeading } from "./account-heading";

/** Which list one came from, only the browser knows. */
const AccountWalk = dynamic(() => import("./account-walk").then((module) => module.AccountWalk), {
  ssr: false,
});

/** It stands beside what one came for, so it may come a moment later. */
const AccountHistory = dynamic(() => import("./account-history").then((module) => module.AccountHistory), {
  ssr: false,
  loading: () => <SkeletonRows rows={4} label="Loading the history" />,
});

const DevicesAside = dynamic(() => import("./devices-aside").then((module) => module.DevicesAside), {
  ssr: false,
});

export function AccountFrame({ accountId, children }: { accountId: string; children: ReactNode }) {
  const trpc = useTRPC();
  const account = useQuery(trpc.people.get.queryOptions({ accountId }));
  const crumbs = [
    { label: "Users", link: <Link href="/users" /> },
    { label: account.data?.name ?? (account.isError ? "Not found" : <Skeleton className="w-32" />) },
  ];
  return (
    <ConsolePage
      breadcrumbs={<Breadcrumbs crumbs={crumbs} heading={false} />}
      actions={<AccountWalk accountId={accountId} />}
    >
      {account.data !== undefined ? (
        <AccountContext value={account.data}>
          <PanelBody aside={<HistoryAside account={account.data} />}>
            <div className="mx-auto w-full max-w-220 px-4 py-5 md:px-8 md:py-7">
              <AccountHeading account={account.data} />
              <Tabs account={account.data} />
              {children}
            </div>
          </PanelBody>
        </AccountContext>
      ) : account.isError ? (
        <QueryTrouble what="user" error={account.error} onRetry={() => void account.refetch()} />
      ) : (
        <AccountSkeleton />
      )}
    </ConsolePage>
  );
}

function Tabs({ account }: { account: AccountDetails }) {
  const path = usePathname();
  const base = `/users/${account.id}`;
  const tabs = [
    { href: base, label: "Profile" },
    { href: `${base}/devices`, label: "Devices" },
    { href: `${base}/mail`, label: "Mail" },
    { href: `${base}/invitations`, label: "Invitations" },
    { href: `${base}/activity`, label: "Activity" },
  ];
  return (
    <TabLinks
      label={`About ${account.name}`}
      className="mt-6 mb-5"
      tabs={tabs.map(({ href, label }) => ({ link: <Link href={href} />, label, active: path === href }))}
    />
  );
}

function HistoryAside({ account }: { account: AccountDetails }) {
  return (
    <Aside label="Devices and history">
      <DevicesAside account={account} />
      <AsideSection title="History" meta={<Link href={`/users/${account.id}/activity`}>All</Link>}>
        <div className="pt-2">
          <AccountHistory account={account} />
        </div>
      </AsideSection>
    </Aside>
  );
}

export function AccountSkeleton() {
  return (
    <div role="status" aria-label="Loading the user" className="mx-auto w-full max-w-220 px-4 py-7 md:px-8">
      <div className="flex items-center gap-4">
        <span aria-hidden className="size-13 animate-breathe rounded-full bg-muted" />
        <div className="flex flex-col gap-3">
          <Skeleton className="h-4 w-48" />
          <Skeleton className="w-64" />
        </div>
      </div>
      <div className="mt-12 grid gap-x-8 md:grid-cols-2">
        <SkeletonRows rows={7} />
        <SkeletonRows rows={5} />
      </div>
    </div>
  );
}
