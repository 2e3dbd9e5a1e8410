"use client";
/** Whether nothing has moved for a while, as this page sees it. */
import { useEffect, useState } from "react";

const patienceMs = 20_000;

/** `key` changes with everything that moves. */
export function useStalled(key: string): boolean {
  const [stalledAt, setStalledAt] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setStalledAt(key), patienceMs);
    return () => clearTimeout(timer);
  }, [key]);
  return stalledAt === key;
}
