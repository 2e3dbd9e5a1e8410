"use client";
/** Takes addresses away and adds others; every step is saved at once. */
import { Button, Chip, Input } from "@rollcall/ui";
import { useState } from "react";
import { useAccount } from "./account-context";
import type { AddressesRowProps } from "./addresses-row";
import { useEditAccount } from "./use-edit-account";

/** PRODUCT.md: ten at most. */
const MOST = 10;

export function AddressesEditor({ label, one, values, fields }: AddressesRowProps) {
  const edit = useEditAccount(useAccount());
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (next: string[]) => {
    setBusy(true);
    const answer = await edit(fields(next));
    setBusy(false);
    setFault(answer);
    return answer === null;
  };
  const add = async () => {
    const address = text.trim();
    if (address === "" || busy) return;
    if (await save([...values, address])) setText("");
  };
  return (
    <div className="flex flex-col gap-2.5">
      {values.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {values.map((address) => (
            <li key={address} className="max-w-full">
              <Chip
                size="md"
                onRemove={() => void save(values.filter((value) => value !== address))}
                removeLabel="Take away"
              >
                {address}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {values.length < MOST ? (
        <form
          noValidate
          className="flex gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Input
            autoFocus
            type="email"
            aria-label={`${label}: ${one}`}
            aria-invalid={fault !== null}
            placeholder="name@example.com"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            className="min-w-0 flex-1"
          />
          <Button type="submit" loading={busy}>
            Add
          </Button>
        </form>
      ) : (
        <p className="text-xs text-foreground-3">Ten is the most. Take one away to add another.</p>
      )}
      <p role="alert" className="text-xs text-danger empty:hidden">
        {fault}
      </p>
    </div>
  );
}
