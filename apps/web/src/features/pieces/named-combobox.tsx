"use client";
/** Finds a group or a department by typing; the server narrows the list. */
import { Combobox, type ComboboxItem } from "@rollcall/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../trpc/client";

interface Shared {
  kind: "group" | "department";
  /** its name where no Field is around it */
  label?: string | undefined;
  placeholder?: string | undefined;
  autoFocus?: boolean | undefined;
  /** offers to make what does not exist; it is given the name */
  onCreate?: ((name: string) => void) | undefined;
}

export interface NamedComboboxProps extends Shared {
  value: ComboboxItem | null;
  onValueChange: (item: ComboboxItem | null) => void;
  /** ids that are not offered */
  without?: ReadonlySet<string> | undefined;
}

export function NamedCombobox({ value, onValueChange, without, ...shared }: NamedComboboxProps) {
  const search = useNamed(shared.kind);
  const items = search.items.filter((item) => without?.has(item.value) !== true);
  return (
    <Combobox {...boxProps(shared)} {...search} items={items} value={value} onValueChange={onValueChange} />
  );
}

export interface NamedMultiComboboxProps extends Shared {
  value: readonly ComboboxItem[];
  onValueChange: (items: ComboboxItem[]) => void;
}

/** Several of them, as chips in the box. */
export function NamedMultiCombobox({ value, onValueChange, ...shared }: NamedMultiComboboxProps) {
  const search = useNamed(shared.kind);
  return <Combobox multiple {...boxProps(shared)} {...search} value={value} onValueChange={onValueChange} />;
}

function boxProps({ kind, label, placeholder, autoFocus, onCreate }: Shared) {
  return {
    "aria-label": label,
    placeholder: placeholder ?? (onCreate === undefined ? "Find" : "Find or create"),
    autoFocus,
    onCreate,
    createLabel: (name: string) => `New ${kind} “${name}”`,
    emptyText: `No such ${kind}`,
  };
}

function useNamed(kind: "group" | "department") {
  const trpc = useTRPC();
  const [query, setQuery] = useState("");
  const input = { limit: 30, ...(query.trim() === "" ? {} : { search: query.trim() }) };
  const options = { placeholderData: keepPreviousData, staleTime: 5_000 };
  const groups = useQuery(
    trpc.organisation.groups.queryOptions(input, { ...options, enabled: kind === "group" }),
  );
  const departments = useQuery(
    trpc.organisation.departments.queryOptions(input, { ...options, enabled: kind === "department" }),
  );
  const found = kind === "group" ? groups : departments;
  const items: ComboboxItem[] = (found.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return { items, loading: found.isFetching, onQueryChange: setQuery };
}
