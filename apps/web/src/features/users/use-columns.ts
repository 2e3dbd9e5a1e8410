"use client";
/** Which columns of a list this browser shows. Remembered here, not in the address: it is about the reader, not the list. */
import { useSyncExternalStore } from "react";

const KEY = "rollcall.users.hidden";
const CHANGED = "rollcall-columns";

export function useHiddenColumns(
  atFirst: readonly string[],
): [ReadonlySet<string>, (id: string, shown: boolean) => void] {
  const stored = useSyncExternalStore(
    (listener) => {
      window.addEventListener(CHANGED, listener);
      return () => window.removeEventListener(CHANGED, listener);
    },
    () => window.localStorage.getItem(KEY),
    () => null,
  );
  const hidden = new Set(stored === null ? atFirst : stored.split(",").filter((id) => id !== ""));
  const show = (id: string, shown: boolean) => {
    const next = new Set(hidden);
    if (shown) next.delete(id);
    else next.add(id);
    window.localStorage.setItem(KEY, [...next].join(","));
    window.dispatchEvent(new Event(CHANGED));
  };
  return [hidden, show];
}
