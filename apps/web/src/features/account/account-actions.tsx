"use client";
/** What can be done with the whole account; only what the reader may do is offered. */
import { Button, IconButton, Menu, MenuItem, MenuSeparator } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import {
  Ban,
  CircleCheck,
  Ellipsis,
  KeyRound,
  Lock,
  LockOpen,
  Mail,
  Send,
  ShieldCheck,
  Trash2,
} from "lucide-react";
import { useState } from "react";
import type { AccountDetails } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { lazyPart } from "../pieces/lazy-part";
import { useNews } from "../pieces/use-news";
import { useOnce } from "../pieces/use-once";
import { useInvite } from "./invite-button";

const RoleDialog = lazyPart(() => import("./role-dialog").then((module) => module.RoleDialog));
const DeleteAccount = lazyPart(() => import("./delete-account").then((module) => module.DeleteAccount));

export function AccountActions({ account }: { account: AccountDetails }) {
  const trpc = useTRPC();
  const news = useNews();
  const { may } = account;
  const [asks, setAsks] = useState<"role" | "delete" | null>(null);
  const roleWanted = useOnce(asks === "role");
  const deleteWanted = useOnce(asks === "delete");
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
  const invitation = useInvite(account);
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
      {(may.changeRole ||
        may.lock ||
        may.unlock ||
        may.delete ||
        may.resetPassword ||
        invitation.offered) && (
        <Menu
          align="end"
          trigger={<IconButton label="More" icon={<Ellipsis />} variant="secondary" />}
          label={`More about ${account.name}`}
        >
          {invitation.offered && (
            <MenuItem icon={<Send />} onSelect={invitation.invite}>
              Invite to enrol
            </MenuItem>
          )}
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
      {roleWanted && (
        <RoleDialog account={account} open={asks === "role"} onOpenChange={() => setAsks(null)} />
      )}
      {deleteWanted && (
        <DeleteAccount account={account} open={asks === "delete"} onOpenChange={() => setAsks(null)} />
      )}
    </div>
  );
}
