"use client";
/** Several addresses on one line (aliases, delegates): taken away and added in a popover, saved at once. */
import { DefinitionRow, IconButton, Popover } from "@rollcall/ui";
import { Pencil } from "lucide-react";
import type { EditAccountFields } from "@rollcall/accounts";
import { lazyPart } from "../pieces/lazy-part";
import { useAccount } from "./account-context";

const AddressesEditor = lazyPart(() => import("./addresses-editor").then((module) => module.AddressesEditor));

export interface AddressesRowProps {
  label: string;
  /** "another address" */
  one: string;
  values: readonly string[];
  fields: (values: string[]) => EditAccountFields;
}

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
            <AddressesEditor {...props} />
          </Popover>
        )}
      </span>
    </DefinitionRow>
  );
}
