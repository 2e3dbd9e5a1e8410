"use client";
/** What the command menu offers: people and things found by the server, things to do, and places to go. */
import { CommandMenu, type CommandGroup, type CommandItem } from "@rollcall/ui/command-menu";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import {
  Building2,
  FileUp,
  FolderTree,
  Globe,
  KeyRound,
  Layers,
  LogOut,
  Plus,
  ShieldCheck,
  Tags,
  UserRound,
  type LucideIcon,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useDeferredValue, useState } from "react";
import { Avatar } from "@rollcall/ui";
import type { SearchHit } from "@rollcall/accounts";
import { useTRPC } from "../../trpc/client";
import { requestSignOut } from "../entry/session-requests";
import { navigationFor } from "./navigation";
import { useShortcutsOn } from "./shortcuts";
import { useViewer } from "./viewer-context";

export interface CommandMenuDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function CommandMenuDialog({ open, onOpenChange }: CommandMenuDialogProps) {
  const [query, setQuery] = useState("");
  const found = useSearch(open ? query : "");
  const doing = useDoing();
  const places = usePlaces();
  const groups = [...found.groups, { label: "Do", items: doing }, { label: "Go to", items: places }];
  return (
    <CommandMenu
      open={open}
      onOpenChange={(next) => {
        onOpenChange(next);
        if (!next) setQuery("");
      }}
      groups={groups}
      query={query}
      onQueryChange={setQuery}
      loading={found.loading}
      placeholder="Find a person, or go to"
      emptyText="Nothing has that name."
    />
  );
}

const headings: Record<SearchHit["kind"], { label: string; href: string; icon: LucideIcon }> = {
  account: { label: "People", href: "/users", icon: UserRound },
  group: { label: "Groups", href: "/groups", icon: FolderTree },
  department: { label: "Departments", href: "/departments", icon: Building2 },
  import: { label: "Imports", href: "/imports", icon: FileUp },
};

function useSearch(query: string): { groups: CommandGroup[]; loading: boolean } {
  const trpc = useTRPC();
  const router = useRouter();
  const words = useDeferredValue(query.trim());
  const search = useQuery(
    trpc.shell.search.queryOptions(
      { query: words },
      { enabled: words !== "", placeholderData: keepPreviousData, staleTime: 5_000 },
    ),
  );
  if (words === "") return { groups: [], loading: false };
  const hits = search.data ?? [];
  const groups = Object.entries(headings).map(([kind, { label, href, icon: Icon }]) => ({
    label,
    remote: true,
    items: hits
      .filter((hit) => hit.kind === kind)
      .map((hit) => ({
        id: `${kind} ${hit.id}`,
        label: hit.title,
        detail: hit.detail ?? undefined,
        icon: kind === "account" ? <Avatar name={hit.title} size="xs" /> : <Icon />,
        onSelect: () => router.push(`${href}/${hit.id}`),
      })),
  }));
  return { groups, loading: search.isFetching };
}

interface Register {
  one: string;
  href: string;
  icon: LucideIcon;
  keywords: string[];
}

const registers: Register[] = [
  { one: "policy", href: "/policies", icon: ShieldCheck, keywords: ["device", "rule"] },
  { one: "plan", href: "/plans", icon: Layers, keywords: ["services", "template"] },
  { one: "attribute", href: "/attributes", icon: Tags, keywords: ["custom field"] },
];
const domainRegister: Register = { one: "domain", href: "/domains", icon: Globe, keywords: ["mail"] };

function useDoing(): CommandItem[] {
  const router = useRouter();
  const { permissions } = useViewer();
  const { on } = useShortcutsOn();
  const items: (CommandItem | false)[] = [
    permissions.includes("imports.run") && {
      id: "import",
      label: "Start an import",
      keywords: ["csv", "upload", "file", "bring in"],
      icon: <FileUp />,
      ...(on ? { kbd: "I" } : {}),
      onSelect: () => router.push("/imports/new"),
    },
    permissions.includes("accounts.write") && {
      id: "add user",
      label: "Add user",
      keywords: ["new", "create", "person"],
      icon: <Plus />,
      onSelect: () => router.push("/users?add=1"),
    },
    ...(permissions.includes("accounts.write") ? registers : [])
      .concat(permissions.includes("settings.write") ? [domainRegister] : [])
      .map(({ one, href, icon: Icon, keywords }) => ({
        id: `add ${one}`,
        label: `Add ${one}`,
        keywords: ["new", "create", ...keywords],
        icon: <Icon />,
        onSelect: () => router.push(`${href}?open=new`),
      })),
    {
      id: "password",
      label: "Change my password",
      icon: <KeyRound />,
      onSelect: () => router.push("/me/password"),
    },
    {
      id: "sign out",
      label: "Sign out",
      keywords: ["log out"],
      icon: <LogOut />,
      onSelect: () => void requestSignOut(),
    },
  ];
  return items.filter((item) => item !== false);
}

function usePlaces(): CommandItem[] {
  const router = useRouter();
  const { permissions } = useViewer();
  const { on } = useShortcutsOn();
  const places = navigationFor(permissions).flatMap((section) => section.destinations);
  return [
    ...places.map(({ href, label, icon: Icon, key }) => ({
      id: href,
      label,
      icon: <Icon />,
      ...(on ? { kbd: ["G", key.toUpperCase()] } : {}),
      onSelect: () => router.push(href),
    })),
    { id: "/me", label: "My account", icon: <UserRound />, onSelect: () => router.push("/me") },
  ];
}
