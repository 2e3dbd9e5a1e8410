"use client";
/**
 * In which language and time zone this reader reads, what their keyboard calls the command key,
 * and whether the window is a phone's. Server and browser format with the same values, so a page does not
 * change under the reader; only the very first page may, when the server did not know the zone yet.
 */
import { LocaleProvider } from "@rollcall/ui";
import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { preferenceCookies, type Preferences } from "./preferences";
import { remember } from "./remember";

const ModKeyContext = createContext("Ctrl");

/** What is printed on the reader's command key: "⌘" or "Ctrl". */
export function useModKey(): string {
  return use(ModKeyContext);
}

const PhoneGuess = createContext(false);

const PHONE = "(max-width: 719.98px)";

/** True below 720 px. Before the page wakes up it is a guess from the browser's name. */
export function useIsPhone(): boolean {
  const guess = use(PhoneGuess);
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(PHONE);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => window.matchMedia(PHONE).matches,
    () => guess,
  );
}

export function ReaderProvider({ preferences, children }: { preferences: Preferences; children: ReactNode }) {
  const { locale, timeZone, apple, phone } = preferences;
  const [zone, setZone] = useState(timeZone);
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (here === timeZone) return;
    remember(preferenceCookies.timeZone, here);
    // eslint-disable-next-line react-hooks/set-state-in-effect -- only the browser knows its zone, and only after hydration may it say so
    setZone(here);
  }, [timeZone]);
  return (
    <LocaleProvider locale={locale} timeZone={zone}>
      <ModKeyContext value={apple ? "⌘" : "Ctrl"}>
        <PhoneGuess value={phone}>{children}</PhoneGuess>
      </ModKeyContext>
    </LocaleProvider>
  );
}
