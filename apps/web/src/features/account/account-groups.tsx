"use client";
/** The groups of an account, as chips: taken away at once with an undo, added by typing. */
import { AddChip, Chip, DefinitionList, Popover } from "@rollcall/ui";
import { useMutation } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { AccountDetails } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { lazyPart } from "../pieces/lazy-part";
import { useNews } from "../pieces/use-news";
import { useEditAccount } from "./use-edit-account";

export function AccountGroups({ account }: { account: AccountDetails }) {
  const trpc = useTRPC();
  const news = useNews();
  const add = useMutation(trpc.people.addToGroup.mutationOptions({ onError: news.failed }));
  const remove = useMutation(trpc.people.removeFromGroup.mutationOptions({ onError: news.failed }));
  const accountIds = [account.id];
  const takeOut = (group: { id: string; name: string }) =>
    remove.mutate(
      { accountIds, groupId: group.id },
      {
        onSuccess: () =>
          news.done(`${account.name} is out of ${group.name}.`, [
            {
              label: "Undo",
              onClick: () =>
                add.mutate(
                  { accountIds, groupId: group.id },
                  { onSuccess: () => news.done(`Back in ${group.name}.`) },
                ),
            },
          ]),
      },
    );
  return (
    <DefinitionList
      title="Groups"
      lead={
        <>
          {account.memberships.map((group) => (
            <Chip
              key={group.id}
              size="md"
              {...(account.may.edit ? { onRemove: () => takeOut(group), removeLabel: "Take out of" } : {})}
            >
              {group.name}
            </Chip>
          ))}
          {account.memberships.length === 0 && !account.may.edit && (
            <span className="text-foreground-3">None</span>
          )}
          {account.may.edit && (
            <Popover label="Add to a group" width={280} trigger={<AddChip icon={<Plus />}>Group</AddChip>}>
              {(close) => <Chooser account={account} close={close} />}
            </Popover>
          )}
        </>
      }
    >
      {null}
    </DefinitionList>
  );
}

const NamedCombobox = lazyPart(() =>
  import("../pieces/named-combobox").then((module) => module.NamedCombobox),
);

function Chooser({ account, close }: { account: AccountDetails; close: () => void }) {
  const edit = useEditAccount(account);
  const [fault, setFault] = useState<string | null>(null);
  const save = async (name: string) => {
    const answer = await edit({ groups: [...account.groups, name] });
    if (answer === null) close();
    else setFault(answer);
  };
  return (
    <>
      <NamedCombobox
        kind="group"
        label="Group"
        autoFocus
        value={null}
        without={new Set(account.memberships.map((group) => group.id))}
        onValueChange={(item) => void (item === null ? undefined : save(item.label))}
        onCreate={(name) => void save(name)}
      />
      <p role="alert" className="text-xs text-danger not-empty:mt-2">
        {fault}
      </p>
    </>
  );
}
