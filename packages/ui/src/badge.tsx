// A state in one word, with its mark: colour never stands alone. Safe in server components.
import type { ReactNode } from "react";

import { classNames } from "./class-names";

export type Tone = "neutral" | "success" | "info" | "warning" | "danger";

export interface BadgeProps {
  tone?: Tone | undefined;
  /** The mark before the word. Expected; leave it out only where the tone is neutral. */
  icon?: ReactNode;
  /** soft: a tinted box; plain: coloured mark and word (in tables); mark: only the mark is coloured. */
  variant?: "soft" | "plain" | "mark" | undefined;
  size?: "md" | "lg" | undefined;
  children: ReactNode;
  className?: string | undefined;
}

/** Text colour of each tone. */
export const toneText: Record<Tone, string> = {
  neutral: "text-foreground-3",
  success: "text-success",
  info: "text-info",
  warning: "text-warning",
  danger: "text-danger",
};

/** Soft fill and line of each tone. */
export const toneSoft: Record<Tone, string> = {
  neutral: "border-border bg-muted text-foreground-2",
  success: "border-success-border bg-success-soft text-success",
  info: "border-info-border bg-info-soft text-info",
  warning: "border-warning-border bg-warning-soft text-warning",
  danger: "border-danger-border bg-danger-soft text-danger",
};

/** Solid fill of each tone, for bars and marks in charts. */
export const toneSolid: Record<Tone, string> = {
  neutral: "bg-neutral-solid",
  success: "bg-success-solid",
  info: "bg-info-solid",
  warning: "bg-warning-solid",
  danger: "bg-danger-solid",
};

const MARK: Record<Tone, string> = {
  neutral: "text-foreground-3",
  success: "text-foreground-2 [&_.lucide]:text-success",
  info: "text-foreground-2 [&_.lucide]:text-info",
  warning: "text-foreground-2 [&_.lucide]:text-warning",
  danger: "text-foreground-2 [&_.lucide]:text-danger",
};

/** Icon and word. */
export function Badge({
  tone = "neutral",
  icon,
  variant = "soft",
  size = "md",
  children,
  className,
}: BadgeProps) {
  if (variant !== "soft") {
    return (
      <span
        className={classNames(
          "inline-flex min-w-0 items-center gap-1.5 [&_.lucide]:size-3.5",
          variant === "plain" ? toneText[tone] : MARK[tone],
          className,
        )}
      >
        {icon}
        <span className="truncate">{children}</span>
      </span>
    );
  }
  return (
    <span
      className={classNames(
        "inline-flex min-w-0 items-center rounded-xs border font-medium [&_.lucide]:size-3.5",
        size === "md" ? "h-5.5 gap-1 px-1.5 text-xs" : "h-6 gap-1.5 px-2 text-sm",
        toneSoft[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
