"use client";
/** Previous and next user of the list one came from: "16 of 2,318". */
import { IconButton, Num } from "@rollcall/ui";
import { ChevronDown, ChevronUp } from "lucide-react";
import Link from "next/link";
import { useEffect, useSyncExternalStore } from "react";
import { useUsers } from "../users/use-users";
import { usersQuery } from "../users/users-query";
import { readWalk } from "../users/walk";

export function AccountWalk({ accountId }: { accountId: string }) {
  const walk = useSyncExternalStore(
    () => () => undefined,
    readWalk,
    () => null,
  );
  const list = useUsers(usersQuery.parse(new URLSearchParams(walk ?? "")), walk !== null);
  const index = list.rows.findIndex((row) => row.id === accountId);
  const { loadMore, total } = list;
  const nearEnd = index >= 0 && index >= list.rows.length - 2;
  useEffect(() => {
    if (nearEnd) loadMore();
  }, [nearEnd, loadMore]);
  if (walk === null || index < 0 || total === null) return null;
  return (
    <div className="flex items-center gap-1">
      <span className="mr-2 text-foreground-3 max-md:hidden">
        <Num value={index + 1} /> of <Num value={total.count} />
        {!total.exact && " or so"}
      </span>
      <Step label="Previous user" id={list.rows[index - 1]?.id} icon={<ChevronUp />} />
      <Step label="Next user" id={list.rows[index + 1]?.id} icon={<ChevronDown />} />
    </div>
  );
}

function Step({ label, id, icon }: { label: string; id: string | undefined; icon: React.ReactNode }) {
  if (id === undefined) return <IconButton label={label} icon={icon} disabled />;
  return <IconButton label={label} icon={icon} render={<Link href={`/users/${id}`} />} />;
}
