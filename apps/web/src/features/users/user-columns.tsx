"use client";
/** The columns of the list of users, and the two lines of a user on a phone. */
import { Avatar, ChipList, RelativeTime } from "@rollcall/ui";
import { CompactRow, GridLink, type GridColumn } from "@rollcall/ui/data-grid";
import { Users } from "lucide-react";
import Link from "next/link";
import type { AccountListItem } from "@rollcall/accounts";
import { AccountStatusBadge } from "../pieces/account-status";
import { roleName } from "../pieces/role-name";
import { sourceLabels } from "./filter-fields";

export type UserColumn = GridColumn<AccountListItem> & { title: string };

/** `onOpen` is told before a link is followed, so that the walk can be remembered. */
export function userColumns(onOpen: () => void): UserColumn[] {
  return [
    {
      id: "name",
      title: "Name",
      header: "Name",
      width: "minmax(190px, 1.5fr)",
      sortable: true,
      cell: (user) => (
        <span className="flex min-w-0 items-center gap-2.5">
          <UserAvatar user={user} />
          <UserLink user={user} onOpen={onOpen} />
        </span>
      ),
    },
    {
      id: "email",
      title: "Email",
      header: "Email",
      width: "minmax(200px, 1.8fr)",
      sortable: true,
      cell: (user) => user.email,
    },
    {
      id: "department",
      title: "Department",
      header: "Department",
      width: "minmax(96px, 0.8fr)",
      sortable: true,
      cell: (user) => user.department ?? <Nothing />,
    },
    {
      id: "groups",
      title: "Groups",
      header: "Groups",
      width: "minmax(120px, 1fr)",
      cell: (user) => (user.groups.length === 0 ? <Nothing /> : <ChipList names={user.groups} />),
    },
    {
      id: "role",
      title: "Role",
      header: "Role",
      width: 86,
      cell: (user) => (
        <span className={user.role === "ADMINISTRATOR" ? "font-medium text-foreground" : "text-foreground-3"}>
          {user.kind === "LIST" ? "List" : roleName(user)}
        </span>
      ),
    },
    {
      id: "status",
      title: "Status",
      header: "Status",
      width: 92,
      sortable: true,
      cell: (user) => <AccountStatusBadge status={user.status} variant="plain" />,
    },
    {
      id: "source",
      title: "Source",
      header: "Source",
      width: 84,
      cell: (user) => <span className="text-foreground-3">{sourceLabels[user.source]}</span>,
    },
    {
      id: "created",
      title: "Created",
      header: "Created",
      width: 96,
      align: "end",
      sortable: true,
      cell: (user) => <RelativeTime value={user.createdAt} as="day" className="text-foreground-3" />,
    },
    {
      id: "lastSeen",
      title: "Last seen",
      header: "Last seen",
      width: 104,
      align: "end",
      sortable: true,
      cell: (user) => <LastSeen user={user} />,
    },
  ];
}

/** Columns that are not shown until somebody asks for them. */
export const hiddenAtFirst: readonly string[] = ["created"];

export function CompactUser({
  user,
  selected,
  onOpen,
}: {
  user: AccountListItem;
  selected: boolean;
  onOpen: () => void;
}) {
  return (
    <CompactRow
      leading={<UserAvatar user={user} size="lg" />}
      selected={selected}
      title={<UserLink user={user} onOpen={onOpen} />}
      detail={user.email}
      end={<AccountStatusBadge status={user.status} variant="plain" />}
      endDetail={<LastSeen user={user} />}
    />
  );
}

function UserLink({ user, onOpen }: { user: AccountListItem; onOpen: () => void }) {
  return (
    <GridLink render={<Link href={`/users/${user.id}`} prefetch={false} onClick={onOpen} />}>
      <span className="truncate">{user.name}</span>
    </GridLink>
  );
}

function UserAvatar({ user, size = "sm" }: { user: AccountListItem; size?: "sm" | "lg" }) {
  return <Avatar name={user.name} size={size} {...(user.kind === "LIST" ? { icon: <Users /> } : {})} />;
}

function LastSeen({ user }: { user: AccountListItem }) {
  if (user.kind === "LIST") return <Nothing />;
  if (user.lastSeenAt === null) return <span className="text-foreground-3">Never</span>;
  return <RelativeTime value={user.lastSeenAt} className="text-foreground-3" />;
}

function Nothing() {
  return <span className="text-foreground-3">–</span>;
}
