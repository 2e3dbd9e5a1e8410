"use client";
/** Keys that work wherever the focus is on the review, unless something is being typed or open over the page. */
import { isTyping } from "@rollcall/ui";
import { useEffect, useEffectEvent } from "react";
import type { SheetAction } from "../rows/sheet-keys";
import { isCovered } from "./is-covered";
import type { Edits } from "./use-edits";

export interface ReviewKeys {
  edits: Pick<Edits, "undo" | "redo" | "busy">;
  act: (action: SheetAction) => void;
  onFind: () => void;
}

export function useReviewKeys({ edits, act, onFind }: ReviewKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || isTyping(event.target)) return;
    if (isCovered()) return;
    const action = pageKey(event, { edits, act, onFind });
    if (action === null) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

function pageKey(event: KeyboardEvent, { edits, act, onFind }: ReviewKeys): (() => void) | null {
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (!command) {
    if (key === "?") return () => act({ kind: "keys" });
    if (key === "f8") return () => act({ kind: "problem", step: event.shiftKey ? -1 : 1 });
    return null;
  }
  if (key === "z") return event.shiftKey ? () => void edits.redo() : () => void edits.undo();
  if (key === "h" && !event.shiftKey) return onFind;
  if (key === "y") return () => void edits.redo();
  return null;
}
