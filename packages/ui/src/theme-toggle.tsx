"use client";
// Choosing light, dark or as the system has it.
import { Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";

import { SegmentedControl } from "./segmented-control";
import { THEME_KEY, readTheme, writeTheme } from "./theme";
import type { Theme } from "./theme";

/** The choice and its setter. On the server it is "system". */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, readTheme, () => "system" as const);
  return [theme, writeTheme];
}

function subscribe(changed: () => void): () => void {
  window.addEventListener(THEME_KEY, changed);
  window.addEventListener("storage", changed);
  return () => {
    window.removeEventListener(THEME_KEY, changed);
    window.removeEventListener("storage", changed);
  };
}

export interface ThemeToggleProps {
  label?: string | undefined;
  labels?: Record<Theme, string> | undefined;
}

const LABELS: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };

/** The three words side by side. In a menu, use useTheme with MenuRadioGroup. */
export function ThemeToggle({ label = "Theme", labels = LABELS }: ThemeToggleProps) {
  const [theme, setTheme] = useTheme();
  return (
    <SegmentedControl
      label={label}
      value={theme}
      onValueChange={setTheme}
      options={[
        { value: "system", label: labels.system, icon: <Monitor /> },
        { value: "light", label: labels.light, icon: <Sun /> },
        { value: "dark", label: labels.dark, icon: <Moon /> },
      ]}
    />
  );
}
