// Something that waits for a person, on one line of a list, with the one thing to do about it. The whole line is the
// link. Safe in server components when it is one.
import type { ReactElement, ReactNode } from "react";

import type { Tone } from "./badge";
import { toneText } from "./badge";
import { renderElement } from "./render-element";

export interface NoticeItemProps {
  icon: ReactNode;
  tone?: Tone | undefined;
  title: ReactNode;
  detail?: ReactNode;
  /** The verb at the end: "Review". */
  action: string;
  /** Where it leads: `<Link href="…" />`. Else give `onClick`. */
  link?: ReactElement | undefined;
  onClick?: (() => void) | undefined;
}

/** For a flush AsideSection or a Card. */
export function NoticeItem({
  icon,
  tone = "neutral",
  title,
  detail,
  action,
  link,
  onClick,
}: NoticeItemProps) {
  return (
    <div className="group/notice relative flex items-start gap-3 px-4 py-2 transition-colors hover:bg-muted">
      <span className={`mt-0.5 flex shrink-0 ${toneText[tone]}`}>{icon}</span>
      <div className="min-w-0 flex-1">
        <div className="truncate font-medium text-foreground">{title}</div>
        {detail !== undefined && (
          <div className="truncate text-xs leading-[18px] text-foreground-3">{detail}</div>
        )}
      </div>
      {renderElement(link, "button", {
        ...(link === undefined ? { type: "button" as const } : {}),
        onClick,
        className:
          "shrink-0 text-xs leading-5 font-medium text-foreground-2 no-underline outline-none after:absolute after:inset-0 group-hover/notice:text-accent-text focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-ring",
        children: action,
      })}
    </div>
  );
}
