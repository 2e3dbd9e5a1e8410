"use client";
/** How wide an element is, in whole pixels, as it changes. */
import { useCallback, useState } from "react";

/** The ref to put on the element, and its width; before it is measured that of a wide screen. */
export function useWidth(): [(element: HTMLElement | null) => (() => void) | undefined, number] {
  const [width, setWidth] = useState(1200);
  const place = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(Math.round(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [place, width];
}
