"use client";
// So many of one kind, and the button that deals with all of them. When it is done it stays, struck through, with the
// way back.
import { Check } from "lucide-react";
import type { ReactNode } from "react";

import { classNames } from "./class-names";
import { Num } from "./num";

export interface CountItemProps {
  count: number;
  title: ReactNode;
  detail?: ReactNode;
  /** A small Button. */
  action?: ReactNode;
  /** Dealt with: a check mark in place of the count. */
  done?: boolean | undefined;
  /** The one that is looked at now. */
  active?: boolean | undefined;
  /** Pressing the line (not the button): show them. */
  onShow?: (() => void) | undefined;
}

/** A line of a flush AsideSection. */
export function CountItem({
  count,
  title,
  detail,
  action,
  done = false,
  active = false,
  onShow,
}: CountItemProps) {
  const words = (
    <>
      <span
        className={classNames(
          "block truncate font-medium",
          done ? "text-foreground-3 line-through" : "text-foreground",
        )}
      >
        {title}
      </span>
      {detail !== undefined && <span className="block truncate text-xs text-foreground-3">{detail}</span>}
    </>
  );
  return (
    <div
      className={classNames(
        "relative flex items-center gap-3 px-4 py-1.5 transition-colors",
        active && "bg-muted",
        onShow !== undefined && "hover:bg-muted",
      )}
    >
      <span className="w-6 shrink-0 self-start text-right">
        {done ? (
          <Check className="ml-auto mt-0.5 text-success" />
        ) : (
          <Num value={count} className="font-semibold text-warning" />
        )}
      </span>
      {onShow === undefined ? (
        <div className="min-w-0 flex-1">{words}</div>
      ) : (
        <button
          type="button"
          onClick={onShow}
          className="min-w-0 flex-1 text-left outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring"
        >
          {words}
        </button>
      )}
      <span className="relative z-1 shrink-0">{action}</span>
    </div>
  );
}
