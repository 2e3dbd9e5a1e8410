"use client";
/** Who is signed in, at the foot of the navigation, and what they can do about it: theme, own account, sign out. */
import {
  Menu,
  MenuCheckboxItem,
  MenuItem,
  MenuRadioGroup,
  MenuSeparator,
  useTheme,
  type Theme,
} from "@rollcall/ui";
import { LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import Link from "next/link";
import { requestSignOut } from "../entry/session-requests";
import { useShortcutsOn } from "./shortcuts";
import { WhoIsSignedIn } from "./who-is-signed-in";

const themes = [
  { value: "system", label: "Like the system", icon: <Monitor /> },
  { value: "light", label: "Light", icon: <Sun /> },
  { value: "dark", label: "Dark", icon: <Moon /> },
];

export function UserMenu() {
  const [theme, setTheme] = useTheme();
  const shortcuts = useShortcutsOn();
  return (
    <Menu label="Your account" side="top" minWidth={208} trigger={<WhoIsSignedIn />}>
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
