"use client";
/**
 * The text in a search box, which follows the address and changes it a moment after the last stroke, so that the server
 * is not asked for every letter.
 */
import { useEffect, useEffectEvent, useState } from "react";

const PAUSE = 180;

/** `applied` is what the address says; `apply` writes it there. */
export function useSearchText(
  applied: string,
  apply: (text: string) => void,
): [string, (text: string) => void] {
  const [typed, setTyped] = useState<{ text: string; base: string } | null>(null);
  // What was typed counts until the address has it, or until the address changed by itself (back, a link).
  const text = typed !== null && typed.base === applied ? typed.text : applied;
  const commit = useEffectEvent(apply);
  useEffect(() => {
    if (text === applied) return;
    const timer = setTimeout(() => commit(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text, applied]);
  return [text, (next) => setTyped({ text: next, base: applied })];
}
