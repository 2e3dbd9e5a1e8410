"use client";
// A box whose content scrolls when it must; only then can Tab reach it, so that arrow keys scroll it.
import { useEffect, useState } from "react";
import type { ReactNode } from "react";

import { classNames } from "./class-names";

/** The box; give it the height or width it may not exceed. */
export function Scroller({ className, children }: { className?: string | undefined; children: ReactNode }) {
  const [box, setBox] = useState<HTMLElement | null>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    if (box === null) return;
    const observer = new ResizeObserver(() =>
      setScrolls(box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight),
    );
    observer.observe(box);
    return () => observer.disconnect();
  }, [box]);
  return (
    <div
      ref={setBox}
      tabIndex={scrolls ? 0 : undefined}
      className={classNames("scrollbar-thin relative overflow-auto focus-inset", className)}
    >
      {children}
    </div>
  );
}
