"use client";
/**
 * The token of a mailed or printed link. It stands behind the # of the address, which browsers send to nobody: no server
 * log and no referrer ever holds it.
 */
import { useSyncExternalStore } from "react";

/** undefined while the page wakes up, null when the address has none. Written `#token=…` or plainly `#…`. */
export function useLinkToken(): string | null | undefined {
  const fragment = useSyncExternalStore(
    (listener) => {
      window.addEventListener("hashchange", listener);
      return () => window.removeEventListener("hashchange", listener);
    },
    () => window.location.hash.slice(1),
    () => undefined,
  );
  return fragment === undefined ? undefined : readToken(fragment);
}

/** Null when the fragment holds nothing that could be a token. */
export function readToken(fragment: string): string | null {
  const token = fragment.startsWith("token=") ? fragment.slice("token=".length) : fragment;
  return /^[\w-]{20,200}$/.test(token) ? token : null;
}
