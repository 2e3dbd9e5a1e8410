"use client";
// Everything one can do or go to, by name: ⌘K. This file is what a page pays for at first; the menu itself is loaded
// when it is first opened.
import { Suspense, lazy, useEffect, useRef } from "react";

import { useOnceOpen } from "../dialog";
import type { CommandMenuProps } from "./command-types";

const Panel = lazy(() => import("./command-panel").then((module) => ({ default: module.CommandPanel })));

/** The menu: a search box over groups of things to do. Arrows move, Enter runs, Esc closes. */
export function CommandMenu(props: CommandMenuProps) {
  const wanted = useOnceOpen(props.open);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <Panel {...props} />
    </Suspense>
  );
}

/** Calls `onPress` for ⌘K (Ctrl K elsewhere), wherever the focus is. */
export function useCommandKey(onPress: () => void): void {
  const latest = useRef(onPress);
  useEffect(() => {
    latest.current = onPress;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== "k" ||
        !(event.metaKey || event.ctrlKey) ||
        event.shiftKey ||
        event.altKey
      )
        return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
