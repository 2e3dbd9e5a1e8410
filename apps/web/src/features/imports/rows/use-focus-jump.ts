"use client";
/** Puts the focus on a row that may not be in the document yet: the grid draws the focused row, then it can take focus. */
import { useEffect, useRef } from "react";

/** `focused` is the key of the grid's focused row; the function it gives moves there. */
export function useFocusJump(
  focused: string | null,
  setFocused: (key: string) => void,
): (key: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null || wanted.current !== focused) return;
    const cell = document.querySelector(`[data-import-row="${CSS.escape(wanted.current)}"]`);
    wanted.current = null;
    cell?.closest<HTMLElement>("[data-row]")?.focus();
  });
  return (key) => {
    wanted.current = key;
    setFocused(key);
  };
}
