"use client";
/** Who it is, and in what state. */
import { Avatar, CopyButton } from "@rollcall/ui";
import { Users } from "lucide-react";
import dynamic from "next/dynamic";
import type { AccountDetails } from "@rollcall/accounts";
import { AccountStatusBadge } from "../pieces/account-status";
import { roleName } from "../pieces/role-name";

/** Buttons are of use when the page has woken up; until then their place is kept. */
const AccountActions = dynamic(() => import("./account-actions").then((module) => module.AccountActions), {
  ssr: false,
  loading: () => <span aria-hidden className="h-8 w-72 max-md:w-full" />,
});

export function AccountHeading({ account }: { account: AccountDetails }) {
  const isList = account.kind === "LIST";
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-4">
      <Avatar name={account.name} size="xl" {...(isList ? { icon: <Users /> } : {})} />
      <div className="min-w-0 flex-1 basis-60">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <h1 className="text-lg font-semibold break-words">{account.name}</h1>
          <AccountStatusBadge status={account.status} />
        </div>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-foreground-3">
          <span className="break-all">{account.email}</span>
          <CopyButton text={account.email} label="Copy address" />
          <span>· {isList ? "Distribution list" : roleName(account)}</span>
          {account.department !== null && <span>· {account.department}</span>}
        </p>
      </div>
      <AccountActions account={account} />
    </div>
  );
}
