"use client";
/** The department of an account: found by typing, made when there is none of that name. */
import { Combobox, DefinitionRow, IconButton, Popover, type ComboboxItem } from "@rollcall/ui";
import { useQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { AccountDetails } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { useEditAccount } from "./use-edit-account";

export function DepartmentRow({ account }: { account: AccountDetails }) {
  const [open, setOpen] = useState(false);
  return (
    <DefinitionRow label="Department" className={account.may.edit ? "hover:bg-muted focus-within:bg-muted" : undefined}>
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

function Chooser({ account, close }: { account: AccountDetails; close: () => void }) {
  const trpc = useTRPC();
  const edit = useEditAccount(account);
  const [query, setQuery] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const found = useQuery(trpc.organisation.departments.queryOptions({ search: query, limit: 20 }));
  const save = async (name: string | null) => {
    const answer = await edit({ departmentName: name });
    if (answer === null) close();
    else setFault(answer);
  };
  const items: ComboboxItem[] = (found.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Combobox
        aria-label="Department"
        autoFocus
        items={items}
        loading={found.isFetching}
        value={
          account.department === null ? null : { value: account.departmentId ?? "", label: account.department }
        }
        onQueryChange={setQuery}
        onValueChange={(item) => void save(item?.label ?? null)}
        onCreate={(name) => void save(name)}
        createLabel={(name) => `New department “${name}”`}
        placeholder="Find or create"
      />
      <p role="alert" className="text-xs text-danger not-empty:mt-2">
        {fault}
      </p>
    </>
  );
}
