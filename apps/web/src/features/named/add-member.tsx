"use client";
/** Finds a user by name or address and puts them into the group. */
import { Combobox } from "@rollcall/ui";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../trpc/client";
import { useNews } from "../pieces/use-news";

export function AddMember({ group }: { group: { id: string; name: string } }) {
  const trpc = useTRPC();
  const news = useNews();
  const [search, setSearch] = useState("");
  const words = search.trim();
  const found = useQuery(
    trpc.people.list.queryOptions(
      { limit: 12, ...(words === "" ? {} : { search: words }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const add = useMutation(trpc.people.addToGroup.mutationOptions({ onError: news.failed }));
  return (
    <Combobox
      aria-label={`Put somebody into ${group.name}`}
      placeholder="Put somebody into this group"
      value={null}
      loading={found.isFetching}
      onQueryChange={setSearch}
      items={(found.data?.items ?? []).map((user) => ({
        value: user.id,
        label: user.name,
        description: user.email,
      }))}
      onValueChange={(item) => {
        if (item === null) return;
        add.mutate(
          { accountIds: [item.value], groupId: group.id },
          { onSuccess: () => news.done(`${item.label} is in ${group.name}.`) },
        );
      }}
    />
  );
}
