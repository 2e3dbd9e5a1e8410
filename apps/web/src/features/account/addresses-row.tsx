"use client";
/** Several addresses on one line (aliases, delegates): taken away and added in a popover, saved at once. */
import { Button, Chip, DefinitionRow, IconButton, Input, Popover } from "@rollcall/ui";
import { Pencil } from "lucide-react";
import { useState } from "react";
import type { EditAccountFields } from "@rollcall/accounts";
import { useAccount } from "./account-context";
import { useEditAccount } from "./use-edit-account";

export interface AddressesRowProps {
  label: string;
  /** "another address" */
  one: string;
  values: readonly string[];
  fields: (values: string[]) => EditAccountFields;
}

/** PRODUCT.md: ten at most. */
const MOST = 10;

export function AddressesRow(props: AddressesRowProps) {
  const { label, values } = props;
  const account = useAccount();
  return (
    <DefinitionRow
      label={label}
      className={account.may.edit ? "hover:bg-muted focus-within:bg-muted" : undefined}
    >
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate" title={values.join(", ")}>
          {values.length === 0 ? <span className="text-foreground-3">–</span> : values[0]}
          {values.length > 1 && <span className="text-foreground-3"> +{values.length - 1}</span>}
        </span>
        {account.may.edit && (
          <Popover
            label={label}
            align="end"
            width={320}
            trigger={
              <IconButton
                label={`Change ${label}`}
                icon={<Pencil className="size-3.5" />}
                size="sm"
                className="opacity-0 group-focus-within/line:opacity-100 group-hover/line:opacity-100 max-md:opacity-100"
              />
            }
          >
            <Editor {...props} />
          </Popover>
        )}
      </span>
    </DefinitionRow>
  );
}

function Editor({ label, one, values, fields }: AddressesRowProps) {
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
