"use client";
/** Who is signed in, at the foot of the navigation, and what they can do about it: theme, own account, sign out. */
import {
  Avatar,
  Menu,
  MenuCheckboxItem,
  MenuItem,
  MenuRadioGroup,
  MenuSeparator,
  useSidebarForm,
  useTheme,
  type Theme,
} from "@rollcall/ui";
import { ChevronsUpDown, LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import Link from "next/link";
import { roleName } from "../pieces/role-name";
import { requestSignOut } from "../entry/session-requests";
import { useShortcutsOn } from "./shortcuts";
import { useViewer } from "./viewer-context";

const themes = [
  { value: "system", label: "Like the system", icon: <Monitor /> },
  { value: "light", label: "Light", icon: <Sun /> },
  { value: "dark", label: "Dark", icon: <Moon /> },
];

export function UserMenu() {
  const viewer = useViewer();
  const [theme, setTheme] = useTheme();
  const shortcuts = useShortcutsOn();
  const rail = useSidebarForm() === "rail";
  return (
    <Menu
      label="Your account"
      side="top"
      minWidth={208}
      trigger={
        <button
          type="button"
          aria-label={`Your account: ${viewer.name}`}
          className="flex w-full items-center gap-2.5 rounded-sm p-1.5 text-left hover:bg-muted-strong/60 aria-expanded:bg-muted-strong/60"
        >
          <Avatar name={viewer.name} size="md" />
          {!rail && (
            <>
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{viewer.name}</span>
                <span className="block truncate text-xs text-foreground-3">
                  {viewer.organisation} · {roleName(viewer)}
                </span>
              </span>
              <ChevronsUpDown className="text-foreground-3" />
            </>
          )}
        </button>
      }
    >
      <MenuItem icon={<UserRound />} render={<Link href="/me" />}>
        My account
      </MenuItem>
      <MenuSeparator />
      <MenuRadioGroup
        label="Theme"
        value={theme}
        onValueChange={(value) => setTheme(value as Theme)}
        options={themes}
      />
      <MenuSeparator />
      <MenuCheckboxItem checked={shortcuts.on} onCheckedChange={shortcuts.set}>
        Single-key shortcuts
      </MenuCheckboxItem>
      <MenuSeparator />
      <MenuItem icon={<LogOut />} onSelect={() => void requestSignOut()}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
