"use client";
/** Chooses existing groups by name; the server narrows the list while one types. */
import { Combobox } from "@rollcall/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTRPC } from "../../../trpc/client";
import { countOf } from "../../pieces/words";

export interface GroupPickerProps {
  names: readonly string[];
  onChange: (names: string[]) => void;
}

export function GroupPicker({ names, onChange }: GroupPickerProps) {
  const trpc = useTRPC();
  const [query, setQuery] = useState("");
  const search = useDeferredValue(query.trim());
  const found = useQuery(
    trpc.organisation.groups.queryOptions(search === "" ? { limit: 20 } : { search, limit: 20 }, {
      placeholderData: keepPreviousData,
    }),
  );
  const items = (found.data?.items ?? []).map((group) => ({
    value: group.name,
    label: group.name,
    description: countOf(group.members, "member"),
  }));
  return (
    <Combobox
      multiple
      aria-label="Put everyone into these groups"
      placeholder={names.length === 0 ? "Find a group" : ""}
      emptyText={search === "" ? "There is no group yet" : "No group has that name"}
      items={items}
      value={names.map((name) => ({ value: name, label: name }))}
      onValueChange={(chosen) => onChange(chosen.map((item) => item.value))}
      onQueryChange={setQuery}
      loading={found.isFetching}
    />
  );
}
