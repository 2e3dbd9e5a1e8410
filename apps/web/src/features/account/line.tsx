"use client";
/** Lines of an account that are changed where they stand: a text, one of a few, and on or off. */
import { DefinitionRow, InlineEdit, Switch, useToast, type SelectOption } from "@rollcall/ui";
import { useState } from "react";
import type { EditAccountFields } from "@rollcall/accounts";
import { useAccount } from "./account-context";
import { useEditAccount, type TextField } from "./use-edit-account";

/** Fields that an account cannot be without. */
const needed: readonly TextField[] = ["fullName", "email"];

export interface TextLineProps {
  field: TextField;
  label: string;
  value: string | null;
  type?: "email" | "tel";
  /** what may be changed by fewer people than the rest */
  may?: boolean;
}

export function TextLine({ field, label, value, type, may = true }: TextLineProps) {
  const account = useAccount();
  const edit = useEditAccount(account);
  return (
    <InlineEdit
      label={label}
      value={value ?? ""}
      type={type}
      disabled={!account.may.edit || !may}
      onSave={(text) => edit({ [field]: text === "" && !needed.includes(field) ? null : text })}
    />
  );
}

export interface ChoiceLineProps {
  label: string;
  value: string;
  options: readonly SelectOption[];
  fields: (value: string) => EditAccountFields;
}

export function ChoiceLine({ label, value, options, fields }: ChoiceLineProps) {
  const account = useAccount();
  const edit = useEditAccount(account);
  const shown = options.find((option) => option.value === value)?.label;
  return (
    <InlineEdit
      label={label}
      value={value}
      display={value === "" ? <span className="text-foreground-3">{shown ?? "–"}</span> : shown}
      options={options}
      disabled={!account.may.edit}
      onSave={(next) => edit(fields(next))}
    />
  );
}

export interface SwitchLineProps {
  label: string;
  checked: boolean;
  disabled?: boolean;
  fields: (on: boolean) => EditAccountFields;
}

/** Acts at once; what the server refuses is said, and the switch goes back. */
export function SwitchLine({ label, checked, disabled = false, fields }: SwitchLineProps) {
  const account = useAccount();
  const edit = useEditAccount(account);
  const toast = useToast();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const turn = async (on: boolean) => {
    setWanted(on);
    const fault = await edit(fields(on));
    if (fault !== null) toast.show({ title: fault, tone: "danger" });
    setWanted(null);
  };
  return (
    <DefinitionRow label={label}>
      <Switch
        aria-label={label}
        checked={wanted ?? checked}
        disabled={disabled || !account.may.edit || wanted !== null}
        onCheckedChange={(on) => void turn(on)}
      />
    </DefinitionRow>
  );
}
