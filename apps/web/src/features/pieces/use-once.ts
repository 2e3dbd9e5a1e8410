"use client";
/** True from the first time something is wanted: what has been open stays mounted, to close properly and give focus back. */
import { useState } from "react";

export function useOnce(wanted: boolean): boolean {
  const [once, setOnce] = useState(wanted);
  if (wanted && !once) setOnce(true);
  return once || wanted;
}
