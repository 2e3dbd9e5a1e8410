"use client";
/** What can be done with the selected users. Deleting asks once and names them; what can be undone offers it. */
import { ActionBarButton, AlertDialog, Menu, MenuItem, Popover, StickyActionBar } from "@rollcall/ui";
import { Ban, CircleCheck, FolderMinus, FolderPlus, Mail, Send, ShieldCheck, Trash2 } from "lucide-react";
import { useState } from "react";
import type { AccountListItem, BulkResult } from "@rollcall/accounts";
import { useTRPCClient } from "../../trpc/client";
import { NamedCombobox } from "../pieces/named-combobox";
import { countOf, listOf } from "../pieces/words";
import { useMay } from "../shell/viewer-context";
import { BulkRole } from "./bulk-role";
import { useBulk } from "./use-bulk";
import type { UsersQuery } from "./users-query";
import type { Selection } from "./users-screen";

export interface SelectionBarProps {
  query: UsersQuery;
  selection: Selection;
  rows: readonly AccountListItem[];
  total: number;
}

export function SelectionBar({ query, selection, rows, total }: SelectionBarProps) {
  const client = useTRPCClient();
  const mayWrite = useMay("accounts.write");
  const mayInvite = useMay("invitations.write");
  const { run, busy } = useBulk(query, selection);
  const [asks, setAsks] = useState<"delete" | "role" | null>(null);
  const count = selection.all ? total : selection.ids.size;
  const people = client.people;
  const setEnabled = (enabled: boolean) => ({
    doing: enabled ? "Enabling users" : "Disabling users",
    did: enabled ? "enabled" : "disabled",
    act: (accountIds: string[]) => people.setEnabled.mutate({ accountIds, enabled }),
    undo: (accountIds: string[]) => people.setEnabled.mutate({ accountIds, enabled: !enabled }),
  });
  const resend = {
    doing: "Sending welcome mails",
    did: "get a welcome mail",
    act: (accountIds: string[]) => people.resendWelcome.mutate({ accountIds }),
  };
  const invite = {
    doing: "Inviting users to enrol",
    did: "invited to enrol",
    act: async (accountIds: string[]): Promise<BulkResult> => {
      const { invited, skipped } = await client.enrolment.invitations.inviteAccounts.mutate({ accountIds });
      return { changed: invited, unchanged: skipped, gone: 0 };
    },
  };
  const remove = {
    doing: "Deleting users",
    did: "deleted",
    act: (accountIds: string[]) => people.remove.mutate({ accountIds }),
  };
  return (
    <>
      <StickyActionBar
        open={count > 0}
        summary={`${count.toLocaleString("en-GB")} selected`}
        {...(selection.all || count >= total
          ? {}
          : { allLabel: `Select all ${total.toLocaleString("en-GB")}`, onSelectAll: selection.selectAll })}
        onClear={selection.clear}
      >
        <ActionBarButton icon={<Mail />} loading={busy} onClick={() => void run(resend)}>
          Resend welcome
        </ActionBarButton>
        {mayInvite && (
          <ActionBarButton icon={<Send />} loading={busy} onClick={() => void run(invite)}>
            Invite to enrol
          </ActionBarButton>
        )}
        {mayWrite && (
          <>
            <GroupsButton run={run} />
            <ActionBarButton icon={<ShieldCheck />} onClick={() => setAsks("role")}>
              Role
            </ActionBarButton>
            <Menu
              label="Enable or disable"
              side="top"
              trigger={<ActionBarButton icon={<Ban />}>Disable</ActionBarButton>}
            >
              <MenuItem icon={<Ban />} onSelect={() => void run(setEnabled(false))}>
                Disable and sign out
              </MenuItem>
              <MenuItem icon={<CircleCheck />} onSelect={() => void run(setEnabled(true))}>
                Enable
              </MenuItem>
            </Menu>
            <ActionBarButton icon={<Trash2 />} tone="danger" onClick={() => setAsks("delete")}>
              Delete
            </ActionBarButton>
          </>
        )}
      </StickyActionBar>
      <AlertDialog
        open={asks === "delete"}
        onOpenChange={(open) => setAsks(open ? "delete" : null)}
        title={`Delete ${countOf(count, "user")}?`}
        confirmLabel={`Delete ${countOf(count, "user")}`}
        cancelLabel={count === 1 ? "Keep it" : "Keep them"}
        onConfirm={() => run(remove)}
        hint="This cannot be undone. To keep people out for a while, disable them instead."
      >
        {namesOf(selection, rows, count)} {count === 1 ? "loses the account" : "lose their accounts"}. They
        are signed out everywhere, and links that were mailed stop working.
      </AlertDialog>
      <BulkRole
        query={query}
        selection={selection}
        count={count}
        open={asks === "role"}
        onOpenChange={(open) => setAsks(open ? "role" : null)}
      />
    </>
  );
}

function namesOf(selection: Selection, rows: readonly AccountListItem[], count: number): string {
  const names = rows.filter((row) => selection.all || selection.ids.has(row.id)).map((row) => row.name);
  return listOf(names, count);
}

function GroupsButton({ run }: { run: ReturnType<typeof useBulk>["run"] }) {
  const client = useTRPCClient();
  const { addToGroup, removeFromGroup } = client.people;
  const change = (into: boolean, group: { value: string; label: string }) => {
    const groupId = group.value;
    const add = (accountIds: string[]) => addToGroup.mutate({ accountIds, groupId });
    const take = (accountIds: string[]) => removeFromGroup.mutate({ accountIds, groupId });
    return run({
      doing: into ? `Putting users into ${group.label}` : `Taking users out of ${group.label}`,
      did: into ? `put into ${group.label}` : `taken out of ${group.label}`,
      act: into ? add : take,
      // Who was in the group before stays in it: only an addition of people who were not can be taken back.
      undo: undefined,
    });
  };
  return (
    <Popover
      label="Groups"
      side="top"
      width={300}
      trigger={<ActionBarButton icon={<FolderPlus />}>Groups</ActionBarButton>}
    >
      {(close) => (
        <div className="flex flex-col gap-3">
          {[true, false].map((into) => (
            <div key={String(into)}>
              <p className="mb-1.5 flex items-center gap-1.5 font-medium">
                {into ? <FolderPlus className="size-3.5" /> : <FolderMinus className="size-3.5" />}
                {into ? "Put into" : "Take out of"}
              </p>
              <NamedCombobox
                kind="group"
                label={into ? "Put into a group" : "Take out of a group"}
                value={null}
                onValueChange={(group) => {
                  if (group === null) return;
                  close();
                  void change(into, group);
                }}
              />
            </div>
          ))}
        </div>
      )}
    </Popover>
  );
}
