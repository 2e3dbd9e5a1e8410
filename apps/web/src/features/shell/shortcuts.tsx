"use client";
/**
 * Keys that work everywhere in the console: ⌘K, `/`, G and a letter, I. Single keys can be switched off (WCAG 2.1.4)
 * and are silent while somebody types.
 */
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from "react";
import { navigationFor } from "./navigation";
import { useViewer } from "./viewer-context";

const STORE = "rollcall.shortcuts";
const CHANGED = "rollcall-shortcuts";

/** Whether single-key shortcuts are on for this browser; on unless switched off. */
export function useShortcutsOn(): { on: boolean; set: (on: boolean) => void } {
  const on = useSyncExternalStore(
    (listener) => {
      window.addEventListener(CHANGED, listener);
      return () => window.removeEventListener(CHANGED, listener);
    },
    () => window.localStorage.getItem(STORE) !== "off",
    () => true,
  );
  const set = (next: boolean) => {
    if (next) window.localStorage.removeItem(STORE);
    else window.localStorage.setItem(STORE, "off");
    window.dispatchEvent(new Event(CHANGED));
  };
  return { on, set };
}

/** A key of one page, silent while somebody types, while something lies over the page, or when keys are off. */
export function useSingleKey(key: string, act: () => void): void {
  const { on } = useShortcutsOn();
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const modified = event.metaKey || event.ctrlKey || event.altKey || event.shiftKey;
    if (!on || modified || event.defaultPrevented || event.key.toLowerCase() !== key || isTyping(event))
      return;
    if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]") !== null)
      return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handle(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

/** Listens for as long as it is mounted. `openMenu` opens the command menu. */
export function useShortcuts(openMenu: () => void): void {
  const router = useRouter();
  const { permissions } = useViewer();
  const { on } = useShortcutsOn();
  const pending = useRef(0);

  const destinationOf = (key: string): string | null =>
    navigationFor(permissions)
      .flatMap((section) => section.destinations)
      .find((destination) => destination.key === key)?.href ?? null;

  const handle = useEffectEvent((event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (key === "k" && (event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      openMenu();
      return;
    }
    if (!on || event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || isTyping(event))
      return;
    if (key === "/") {
      // A page with a search box of its own has taken the key already.
      event.preventDefault();
      openMenu();
      return;
    }
    const href = pending.current > event.timeStamp ? destinationOf(key) : null;
    pending.current = key === "g" && href === null ? event.timeStamp + 1200 : 0;
    if (href !== null) router.push(href);
    else if (key === "i" && permissions.includes("imports.run")) router.push("/imports/new");
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => handle(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest("input, textarea, select, [role=dialog], [role=menu], [role=listbox]") !== null
  );
}
