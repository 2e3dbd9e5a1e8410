"use client";
// Whether the screen is a phone's: below the md breakpoint of the tokens.
import { useSyncExternalStore } from "react";

const QUERY = "(max-width: 719.98px)";

/** True below 720 px; false on the server. */
export function useCompact(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(QUERY).matches,
    () => false,
  );
}

function subscribe(changed: () => void): () => void {
  const list = window.matchMedia(QUERY);
  list.addEventListener("change", changed);
  return () => list.removeEventListener("change", changed);
}
