// How far something is: known (a share) or not (a sweep). Skeleton is for first paint, Spinner for a moment in a button.
import type { ReactNode } from "react";

import type { Tone } from "./badge";
import { toneSolid } from "./badge";
import { classNames } from "./class-names";

export interface ProgressProps {
  /** 0 to 1; null when it is not known. */
  value: number | null;
  /** What is going on; also its name for assistive technology. */
  label: string;
  /** Above the bar, at the start. Shown only when given; `label` is always announced. */
  caption?: ReactNode;
  /** Above the bar, at the end: time left. */
  hint?: ReactNode;
  /** In words for assistive technology: "3,190 of 4,806". */
  valueText?: string | undefined;
  /** Ink, unless it means something. */
  tone?: Tone | undefined;
  /** sm 4 px, md 8 px. */
  size?: "sm" | "md" | undefined;
  className?: string | undefined;
}

/** It sweeps; without motion it is a pale whole, since a part that stands still would be read as a share. */
const indeterminate =
  "w-2/5 animate-sweep motion-reduce:w-full motion-reduce:animate-none motion-reduce:opacity-40";

/** A bar with its words. */
export function Progress({
  value,
  label,
  caption,
  hint,
  valueText,
  tone,
  size = "sm",
  className,
}: ProgressProps) {
  const share = value === null ? null : Math.min(1, Math.max(0, value));
  return (
    <div className={classNames("w-full", className)}>
      {(caption !== undefined || hint !== undefined) && (
        <div className="tabular mb-1.5 flex justify-between gap-3 text-xs text-foreground-2">
          <span>{caption}</span>
          <span className="text-foreground-3">{hint}</span>
        </div>
      )}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        aria-valuetext={valueText}
        className={classNames("overflow-hidden rounded-full bg-muted-strong", size === "sm" ? "h-1" : "h-2")}
      >
        <div
          className={classNames(
            "h-full rounded-full",
            tone === undefined ? "bg-accent" : toneSolid[tone],
            share === null ? indeterminate : "transition-[width] duration-(--speed)",
          )}
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
