"use client";
/** What can be done with one user from the list. What the reader may not do is refused by the server, in words. */
import { IconButton, Menu, MenuItem, MenuSeparator } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { Ban, CircleCheck, Ellipsis, KeyRound, Mail, UserRound } from "lucide-react";
import Link from "next/link";
import type { AccountListItem } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { useNews } from "../pieces/use-news";
import { useMay } from "../shell/viewer-context";

export function UserRowMenu({ user, onOpen }: { user: AccountListItem; onOpen: () => void }) {
  const trpc = useTRPC();
  const news = useNews();
  const mayWrite = useMay("accounts.write");
  const setEnabled = useMutation(trpc.people.setEnabled.mutationOptions({ onError: news.failed }));
  const reset = useMutation(trpc.people.sendPasswordReset.mutationOptions({ onError: news.failed }));
  const resend = useMutation(trpc.people.resendWelcome.mutationOptions({ onError: news.failed }));
  const accountIds = [user.id];
  const disabled = user.status === "disabled";
  const person = user.kind === "PERSON";
  const turn = (enabled: boolean) =>
    setEnabled.mutate(
      { accountIds, enabled },
      {
        onSuccess: () =>
          news.done(`${user.name} is ${enabled ? "enabled" : "disabled"}.`, [
            { label: "Undo", onClick: () => turn(!enabled) },
          ]),
      },
    );
  return (
    <Menu
      align="end"
      label={`More about ${user.name}`}
      trigger={<IconButton label="More" icon={<Ellipsis />} size="sm" variant="secondary" />}
    >
      <MenuItem
        icon={<UserRound />}
        render={<Link href={`/users/${user.id}`} prefetch={false} onClick={onOpen} />}
      >
        Open
      </MenuItem>
      {person && user.status === "invited" && (
        <MenuItem
          icon={<Mail />}
          onSelect={() =>
            resend.mutate(
              { accountIds },
              { onSuccess: () => news.done(`The welcome mail to ${user.email} is on its way.`) },
            )
          }
        >
          Resend welcome
        </MenuItem>
      )}
      {person && !disabled && (
        <MenuItem
          icon={<KeyRound />}
          onSelect={() =>
            reset.mutate(
              { accountId: user.id },
              {
                onSuccess: () => news.done(`A link to choose a new password is on its way to ${user.email}.`),
              },
            )
          }
        >
          Reset password
        </MenuItem>
      )}
      {mayWrite && (
        <>
          <MenuSeparator />
          <MenuItem icon={disabled ? <CircleCheck /> : <Ban />} onSelect={() => turn(disabled)}>
            {disabled ? "Enable" : "Disable"}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
