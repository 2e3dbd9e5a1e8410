"use client";
/** A list of users without users: nobody is there yet, or nobody matches. */
import { Button, EmptyState, NothingFound } from "@rollcall/ui";
import { FileUp, Plus } from "lucide-react";
import Link from "next/link";
import { useMay } from "../shell/viewer-context";
import { isFiltered, type UsersQuery } from "./users-query";

export function UsersEmpty({ query, onClear }: { query: UsersQuery; onClear: () => void }) {
  const mayWrite = useMay("accounts.write");
  const mayImport = useMay("imports.run");
  if (isFiltered(query)) {
    const words = query.search.trim();
    const filters = Object.keys(query.filters).length;
    return (
      <NothingFound
        className="m-4 md:m-5"
        action={<Button onClick={onClear}>Clear {words === "" ? "filters" : "all"}</Button>}
      >
        No user matches
        {words !== "" && (
          <>
            {" "}
            <strong className="font-medium">“{words}”</strong>
          </>
        )}
        {filters > 0 &&
          (words === "" ? ` ${filters === 1 ? "this filter" : "these filters"}` : " with these filters")}
        .
      </NothingFound>
    );
  }
  return (
    <EmptyState
      title="Nobody is here yet"
      description="Bring people in from any list: nothing changes until you have seen every row. Or add them one at a time."
      actions={
        <>
          {mayImport && (
            <Button variant="primary" icon={<FileUp />} render={<Link href="/imports/new" />}>
              Import people
            </Button>
          )}
          {mayWrite && (
            <Button icon={<Plus />} render={<Link href="/users?add=1" scroll={false} />}>
              Add user
            </Button>
          )}
        </>
      }
    />
  );
}
