"use client";
/** The department of an account: found by typing, made when there is none of that name. */
import { DefinitionRow, IconButton, Popover } from "@rollcall/ui";
import { Pencil } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { AccountDetails } from "@rollcall/accounts";
import { lazyPart } from "../pieces/lazy-part";
import { useEditAccount } from "./use-edit-account";

export function DepartmentRow({ account }: { account: AccountDetails }) {
  const [open, setOpen] = useState(false);
  return (
    <DefinitionRow
      label="Department"
      className={account.may.edit ? "hover:bg-muted focus-within:bg-muted" : undefined}
    >
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate">
          {account.department === null ? (
            <span className="text-foreground-3">–</span>
          ) : (
            <Link href={`/departments/${account.departmentId ?? ""}`} className="rounded-xs hover:underline">
              {account.department}
            </Link>
          )}
        </span>
        {account.may.edit && (
          <Popover
            label="Department"
            align="end"
            width={280}
            open={open}
            onOpenChange={setOpen}
            trigger={
              <IconButton
                label="Change Department"
                icon={<Pencil className="size-3.5" />}
                size="sm"
                className="opacity-0 group-focus-within/line:opacity-100 group-hover/line:opacity-100 max-md:opacity-100"
              />
            }
          >
            {(close) => <Chooser account={account} close={close} />}
          </Popover>
        )}
      </span>
    </DefinitionRow>
  );
}

const NamedCombobox = lazyPart(() =>
  import("../pieces/named-combobox").then((module) => module.NamedCombobox),
);

function Chooser({ account, close }: { account: AccountDetails; close: () => void }) {
  const edit = useEditAccount(account);
  const [fault, setFault] = useState<string | null>(null);
  const { department, departmentId } = account;
  const save = async (name: string | null) => {
    const answer = await edit({ departmentName: name });
    if (answer === null) close();
    else setFault(answer);
  };
  return (
    <>
      <NamedCombobox
        kind="department"
        label="Department"
        autoFocus
        value={department === null ? null : { value: departmentId ?? "", label: department }}
        onValueChange={(item) => void save(item?.label ?? null)}
        onCreate={(name) => void save(name)}
      />
      <p role="alert" className="text-xs text-danger not-empty:mt-2">
        {fault}
      </p>
    </>
  );
}
