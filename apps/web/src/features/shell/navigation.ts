/**
 * Where one can go in the console: sections, addresses, icons, keys, and what it takes to see each. The sidebar and the
 * command menu draw from this one list. Pure.
 */
import {
  Building2,
  FileUp,
  FolderTree,
  Globe,
  Layers,
  LayoutGrid,
  Mail,
  MailOpen,
  ScrollText,
  ShieldCheck,
  SlidersHorizontal,
  Smartphone,
  Tags,
  Users,
  type LucideIcon,
} from "lucide-react";
import type { NavigationCounts, Permission } from "@rollcall/accounts";

/** A figure beside a destination; the last two count what needs a person. */
export type CountName = keyof NavigationCounts;

export interface Destination {
  href: string;
  label: string;
  icon: LucideIcon;
  /** the key after G */
  key: string;
  need: Permission;
  count?: CountName;
}

export interface NavigationSection {
  label: string | null;
  destinations: Destination[];
}

export const navigation: NavigationSection[] = [
  {
    label: null,
    destinations: [
      { href: "/overview", label: "Overview", icon: LayoutGrid, key: "o", need: "console.read" },
    ],
  },
  {
    label: "People",
    destinations: [
      { href: "/users", label: "Users", icon: Users, key: "u", need: "console.read", count: "accounts" },
      { href: "/groups", label: "Groups", icon: FolderTree, key: "r", need: "console.read", count: "groups" },
      {
        href: "/departments",
        label: "Departments",
        icon: Building2,
        key: "d",
        need: "console.read",
        count: "departments",
      },
      { href: "/invitations", label: "Invitations", icon: MailOpen, key: "n", need: "console.read" },
    ],
  },
  {
    label: "Bring in",
    destinations: [
      {
        href: "/imports",
        label: "Imports",
        icon: FileUp,
        key: "i",
        need: "imports.read",
        count: "importsWaiting",
      },
    ],
  },
  {
    label: "Run",
    destinations: [
      { href: "/devices", label: "Devices", icon: Smartphone, key: "v", need: "console.read" },
      { href: "/mail", label: "Mail", icon: Mail, key: "m", need: "console.read", count: "mailTrouble" },
      { href: "/audit", label: "Audit log", icon: ScrollText, key: "a", need: "console.read" },
    ],
  },
  {
    label: "Set up",
    destinations: [
      { href: "/policies", label: "Policies", icon: ShieldCheck, key: "p", need: "console.read" },
      { href: "/plans", label: "Plans", icon: Layers, key: "l", need: "console.read" },
      { href: "/attributes", label: "Attributes", icon: Tags, key: "t", need: "console.read" },
      { href: "/domains", label: "Domains", icon: Globe, key: "w", need: "console.read" },
      { href: "/settings", label: "Settings", icon: SlidersHorizontal, key: "s", need: "console.read" },
    ],
  },
];

/** What this person may see; sections that would be empty are left out. */
export function navigationFor(permissions: readonly Permission[]): NavigationSection[] {
  return navigation
    .map((section) => ({
      ...section,
      destinations: section.destinations.filter((destination) => permissions.includes(destination.need)),
    }))
    .filter((section) => section.destinations.length > 0);
}

/** True on the destination's own page and on everything below it. */
export function isHere(destination: Destination, path: string): boolean {
  return path === destination.href || path.startsWith(`${destination.href}/`);
}

/** Pages that need the width: navigation folds to the rail by itself. An import does until it is a record. */
export function wantsRail(path: string): boolean {
  return /^\/imports\/[^/]+(\/(match|review|progress))?$/.test(path);
}
