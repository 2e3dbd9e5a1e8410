// A note in the page that must be seen: what is the case, what it means, what can be done. Not for a field's error.
import { CircleAlert, CircleCheck, CircleX, Info } from "lucide-react";
import type { ReactNode } from "react";

import type { Tone } from "./badge";
import { toneText } from "./badge";
import { classNames } from "./class-names";

export interface CalloutProps {
  tone?: Tone | undefined;
  title?: ReactNode;
  icon?: ReactNode;
  /** At the end: a button. */
  action?: ReactNode;
  /** Announces it when it appears: for the answer to something just done. */
  live?: boolean | undefined;
  className?: string | undefined;
  children?: ReactNode;
}

const BOX: Record<Tone, string> = {
  neutral: "border-border bg-subtle",
  info: "border-info-border bg-info-soft",
  success: "border-success-border bg-success-soft",
  warning: "border-warning-border bg-warning-soft",
  danger: "border-danger-border bg-danger-soft",
};

const MARKS: Record<Tone, ReactNode> = {
  neutral: <Info />,
  info: <Info />,
  success: <CircleCheck />,
  warning: <CircleAlert />,
  danger: <CircleX />,
};

/** A tinted box with a mark. */
export function Callout({
  tone = "neutral",
  title,
  icon,
  action,
  live = false,
  className,
  children,
}: CalloutProps) {
  return (
    <div
      role={live ? (tone === "danger" ? "alert" : "status") : undefined}
      className={classNames(
        "flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md border px-3.5 py-2.5",
        BOX[tone],
        className,
      )}
    >
      <span className={classNames("mt-0.5 flex", toneText[tone])}>{icon ?? MARKS[tone]}</span>
      <div className="min-w-0 flex-1 basis-48 text-pretty">
        {title !== undefined && <p className="font-medium text-foreground">{title}</p>}
        {children !== undefined && <div className="text-foreground-2">{children}</div>}
      </div>
      {action}
    </div>
  );
}
