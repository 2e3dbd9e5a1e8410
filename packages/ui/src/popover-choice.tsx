"use client";
// A thing to do inside a Popover that helps with a field: the first is done by Enter, so it looks ready.
import type { ReactNode } from "react";

import { classNames } from "./class-names";
import { Kbd } from "./kbd";

export interface PopoverChoiceProps {
  icon?: ReactNode;
  kbd?: string | readonly string[] | undefined;
  /** The one Enter takes. */
  active?: boolean | undefined;
  tone?: "danger" | undefined;
  disabled?: boolean | undefined;
  onClick?: (() => void) | undefined;
  children: ReactNode;
}

/** A line with an icon and its key. */
export function PopoverChoice({ icon, kbd, active = false, tone, children, ...rest }: PopoverChoiceProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(
        "flex min-h-8 w-full items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-left transition-colors focus-inset disabled:opacity-45 [&_.lucide]:size-3.5",
        active
          ? "bg-accent-soft [&_.lucide]:text-accent-text"
          : "hover:bg-muted [&_.lucide]:text-foreground-3",
        tone === "danger" && "text-danger [&_.lucide]:!text-danger",
      )}
    >
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {kbd !== undefined && <Kbd keys={kbd} />}
    </button>
  );
}
