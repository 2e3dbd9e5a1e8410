"use client";
/** The custom fields of an account: each changed in its line, added by name, taken away by emptying. */
import { DefinitionList, IconButton, InlineEdit, Popover } from "@rollcall/ui";
import { Plus } from "lucide-react";
import type { AccountDetails } from "@rollcall/accounts";
import { lazyPart } from "../pieces/lazy-part";
import { useEditAccount } from "./use-edit-account";

const AddAttribute = lazyPart(() => import("./add-attribute").then((module) => module.AddAttribute));

export function AccountAttributes({ account }: { account: AccountDetails }) {
  const edit = useEditAccount(account);
  const { attributes, may } = account;
  if (attributes.length === 0 && !may.edit) return null;
  return (
    <DefinitionList
      title="Attributes"
      action={
        may.edit && (
          <Popover
            label="Add an attribute"
            align="end"
            width={300}
            trigger={<IconButton label="Add an attribute" icon={<Plus />} size="sm" />}
          >
            {(close) => <AddAttribute account={account} close={close} />}
          </Popover>
        )
      }
      lead={
        attributes.length === 0 ? (
          <span className="text-foreground-3">None yet. Add a field of your own, like a cost centre.</span>
        ) : undefined
      }
    >
      {attributes.map(({ name, value }) => (
        <InlineEdit
          key={name}
          label={name}
          value={value}
          placeholder="Empty takes it away"
          disabled={!may.edit}
          onSave={(text) => edit({ attributes: [{ name, value: text === "" ? null : text }] })}
        />
      ))}
    </DefinitionList>
  );
}
