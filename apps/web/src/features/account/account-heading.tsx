"use client";
/** Who it is, in what state, and what can be done with the whole account. */
import { Avatar, Button, CopyButton, IconButton, Menu, MenuItem, MenuSeparator } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import {
  Ban,
  CircleCheck,
  Ellipsis,
  KeyRound,
  Lock,
  LockOpen,
  Mail,
  ShieldCheck,
  Trash2,
  Users,
} from "lucide-react";
import { useState } from "react";
import type { AccountDetails } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { AccountStatusBadge } from "../pieces/account-status";
import { roleName } from "../pieces/role-name";
import { useNews } from "../pieces/use-news";
import { DeleteAccount } from "./delete-account";
import { RoleDialog } from "./role-dialog";

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
      <Actions account={account} />
    </div>
  );
}

function Actions({ account }: { account: AccountDetails }) {
  const trpc = useTRPC();
  const news = useNews();
  const { may } = account;
  const [asks, setAsks] = useState<"role" | "delete" | null>(null);
  const options = { onError: news.failed };
  const setEnabled = useMutation(trpc.people.setEnabled.mutationOptions(options));
  const reset = useMutation(
    trpc.people.sendPasswordReset.mutationOptions({
      ...options,
      onSuccess: () => news.done(`A link to choose a new password is on its way to ${account.email}.`),
    }),
  );
  const resend = useMutation(
    trpc.people.resendWelcome.mutationOptions({
      ...options,
      onSuccess: () => news.done(`The welcome mail is on its way to ${account.email}.`),
    }),
  );
  const lock = useMutation(
    trpc.people.lock.mutationOptions({
      ...options,
      onSuccess: () => news.done(`${account.name} is locked out.`),
    }),
  );
  const unlock = useMutation(
    trpc.people.unlock.mutationOptions({
      ...options,
      onSuccess: () => news.done(`${account.name} may sign in again.`),
    }),
  );
  const accountIds = [account.id];
  const turn = (enabled: boolean) =>
    setEnabled.mutate(
      { accountIds, enabled },
      {
        onSuccess: () =>
          news.done(enabled ? `${account.name} is enabled.` : `${account.name} is disabled and signed out.`, [
            { label: "Undo", onClick: () => turn(!enabled) },
          ]),
      },
    );
  const invited = account.status === "invited";
  return (
    <div className="flex items-center gap-3">
      {invited && may.resendWelcome ? (
        <Button icon={<Mail />} loading={resend.isPending} onClick={() => resend.mutate({ accountIds })}>
          Resend welcome
        </Button>
      ) : (
        may.resetPassword && (
          <Button
            icon={<KeyRound />}
            loading={reset.isPending}
            onClick={() => reset.mutate({ accountId: account.id })}
          >
            Reset password
          </Button>
        )
      )}
      {may.disable && (
        <Button
          icon={account.enabled ? <Ban /> : <CircleCheck />}
          loading={setEnabled.isPending}
          onClick={() => turn(!account.enabled)}
        >
          {account.enabled ? "Disable" : "Enable"}
        </Button>
      )}
      {(may.changeRole || may.lock || may.unlock || may.delete || may.resetPassword) && (
        <Menu
          align="end"
          trigger={<IconButton label="More" icon={<Ellipsis />} variant="secondary" />}
          label={`More about ${account.name}`}
        >
          {may.changeRole && (
            <MenuItem icon={<ShieldCheck />} onSelect={() => setAsks("role")}>
              Change role
            </MenuItem>
          )}
          {may.unlock && (
            <MenuItem icon={<LockOpen />} onSelect={() => unlock.mutate({ accountId: account.id })}>
              Unlock
            </MenuItem>
          )}
          {may.lock && (
            <MenuItem icon={<Lock />} onSelect={() => lock.mutate({ accountId: account.id })}>
              Lock out
            </MenuItem>
          )}
          {invited && may.resetPassword && (
            <MenuItem icon={<KeyRound />} onSelect={() => reset.mutate({ accountId: account.id })}>
              Reset password
            </MenuItem>
          )}
          {may.delete && (
            <>
              <MenuSeparator />
              <MenuItem icon={<Trash2 />} tone="danger" onSelect={() => setAsks("delete")}>
                Delete
              </MenuItem>
            </>
          )}
        </Menu>
      )}
      <RoleDialog
        account={account}
        open={asks === "role"}
        onOpenChange={(open) => setAsks(open ? "role" : null)}
      />
      <DeleteAccount
        account={account}
        open={asks === "delete"}
        onOpenChange={(open) => setAsks(open ? "delete" : null)}
      />
    </div>
  );
}
