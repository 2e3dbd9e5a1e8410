"use client";
/**
 * Remembers, for this tab, through which list somebody came to a user, so that previous and next walk that list. Only the
 * list's address is kept.
 */
const KEY = "rollcall.walk";

export function rememberWalk(query: string): void {
  try {
    window.sessionStorage.setItem(KEY, query);
  } catch {
    // No storage: there is no walk then.
  }
}

/** Null when this tab did not come through a list. */
export function readWalk(): string | null {
  try {
    return window.sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}
