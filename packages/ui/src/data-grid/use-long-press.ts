"use client";
// A finger held on something for half a second. The click that follows is swallowed.
import { useEffect, useRef } from "react";
import type { MouseEvent, PointerEvent } from "react";

const HOLD = 450;
const SLACK = 10;

interface Press {
  key: string;
  x: number;
  y: number;
  timer: ReturnType<typeof setTimeout>;
}

/** Handlers for one of many things, told apart by key. */
export function useLongPress(onLongPress: (key: string) => void) {
  const press = useRef<Press | null>(null);
  const fired = useRef(false);
  useEffect(() => {
    const cancel = () => {
      if (press.current !== null) clearTimeout(press.current.timer);
      press.current = null;
    };
    const move = (event: globalThis.PointerEvent) => {
      const now = press.current;
      if (now !== null && Math.hypot(event.clientX - now.x, event.clientY - now.y) > SLACK) cancel();
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", cancel);
    window.addEventListener("pointercancel", cancel);
    return () => {
      cancel();
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", cancel);
      window.removeEventListener("pointercancel", cancel);
    };
  }, []);
  const start = (key: string, event: PointerEvent) => {
    if (event.pointerType !== "touch") return;
    fired.current = false;
    const timer = setTimeout(() => {
      fired.current = true;
      onLongPress(key);
    }, HOLD);
    press.current = { key, x: event.clientX, y: event.clientY, timer };
  };
  /** True when a click belongs to a long press that has already acted. */
  const swallow = (event: MouseEvent): boolean => {
    if (!fired.current) return false;
    fired.current = false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { start, swallow };
}
