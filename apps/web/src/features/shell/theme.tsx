"use client";
/** Light, dark, or as the system has it: pinned on the document and remembered in a cookie. */
import { createContext, use, useState, type ReactNode } from "react";
import { preferenceCookies, type Theme } from "./preferences";
import { remember } from "./remember";

interface ThemeChoice {
  theme: Theme;
  choose: (theme: Theme) => void;
}

const ThemeContext = createContext<ThemeChoice>({ theme: "system", choose: () => undefined });

export function ThemeProvider({ initial, children }: { initial: Theme; children: ReactNode }) {
  const [theme, setTheme] = useState(initial);
  const choose = (next: Theme) => {
    setTheme(next);
    remember(preferenceCookies.theme, next === "system" ? null : next);
    if (next === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = next;
  };
  return <ThemeContext value={{ theme, choose }}>{children}</ThemeContext>;
}

export function useTheme(): ThemeChoice {
  return use(ThemeContext);
}
