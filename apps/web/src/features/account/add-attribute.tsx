"use client";
/** Gives an account a value for an attribute that it has none for; an attribute that does not exist is made. */
import { Button, Combobox, Field, Input, type ComboboxItem } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AccountDetails } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { useEditAccount } from "./use-edit-account";

export function AddAttribute({ account, close }: { account: AccountDetails; close: () => void }) {
  const trpc = useTRPC();
  const edit = useEditAccount(account);
  const known = useQuery(trpc.organisation.attributes.list.queryOptions());
  const [name, setName] = useState<ComboboxItem | null>(null);
  const [value, setValue] = useState("");
  const [fault, setFault] = useState<{ name?: string; value?: string }>({});
  const [busy, setBusy] = useState(false);
  const has = new Set(account.attributes.map((attribute) => attribute.name));
  const items = (known.data ?? [])
    .filter((attribute) => !has.has(attribute.name))
    .map((attribute) => ({ value: attribute.id, label: attribute.name }));
  const save = async () => {
    if (name === null) setFault({ name: "Choose an attribute, or type a new name." });
    else if (value.trim() === "") setFault({ value: "Type its value." });
    else {
      setBusy(true);
      const answer = await edit({ attributes: [{ name: name.label, value }] });
      setBusy(false);
      if (answer === null) close();
      else setFault({ value: answer });
    }
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label="Attribute" error={fault.name}>
        <Combobox
          autoFocus
          items={items}
          value={name}
          onValueChange={setName}
          onCreate={(text) => setName({ value: `new ${text}`, label: text.trim() })}
          createLabel={(text) => `New attribute “${text}”`}
          placeholder="Find or create"
          emptyText="Type its name"
        />
      </Field>
      <Field label="Value" error={fault.value}>
        <Input value={value} onChange={(event) => setValue(event.currentTarget.value)} />
      </Field>
      <Button type="submit" loading={busy} className="self-end">
        Add
      </Button>
    </form>
  );
}
