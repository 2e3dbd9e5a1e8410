// A key on the keyboard, drawn small. Decoration: the shortcut itself belongs to the page.
import type { ReactNode } from "react";

import { classNames } from "./class-names";

export interface KbdProps {
  /** One key ("K"), or several drawn side by side (["⌘", "K"]). */
  keys: string | readonly string[];
  /** On a filled button: no boxes, the button's own colour. */
  bare?: boolean | undefined;
  className?: string | undefined;
}

/** Keys side by side, each in its box. */
export function Kbd({ keys, bare = false, className }: KbdProps) {
  const list = typeof keys === "string" ? [keys] : keys;
  if (bare) return <kbd className={classNames("font-sans text-xs", className)}>{list.join("")}</kbd>;
  return (
    <span className={classNames("inline-flex shrink-0 gap-1", className)}>
      {list.map((key) => (
        <Key key={key}>{key}</Key>
      ))}
    </span>
  );
}

function Key({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-xs border border-border-strong bg-surface px-1 font-sans text-2xs text-foreground-3 shadow-xs">
      {children}
    </kbd>
  );
}
