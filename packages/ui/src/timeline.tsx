// What happened, newest first, on a line. Safe in server components.
import type { ReactNode } from "react";

import type { Tone } from "./badge";
import { toneText } from "./badge";
import { classNames } from "./class-names";

export interface TimelineItem {
  key: string;
  icon: ReactNode;
  tone?: Tone | undefined;
  title: ReactNode;
  detail?: ReactNode;
  /** At the end: a RelativeTime. */
  time: ReactNode;
}

/** Discs with icons on a thin line. */
export function Timeline({ label, items }: { label: string; items: readonly TimelineItem[] }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {items.map((item) => (
        <li
          key={item.key}
          className="group/item relative flex gap-3 pb-4 before:absolute before:top-3 before:bottom-[-12px] before:left-[10.5px] before:w-px before:bg-border last:pb-0 last:before:hidden"
        >
          <span
            className={classNames(
              "relative mt-px flex size-5.5 shrink-0 items-center justify-center rounded-full border border-border bg-background [&_.lucide]:size-3",
              toneText[item.tone ?? "neutral"],
            )}
          >
            {item.icon}
          </span>
          <div className="min-w-0 flex-1 pt-px">
            <div className="text-pretty text-foreground">{item.title}</div>
            {item.detail !== undefined && (
              <div className="truncate text-xs text-foreground-3">{item.detail}</div>
            )}
          </div>
          <span className="tabular shrink-0 pt-0.5 text-xs text-foreground-3">{item.time}</span>
        </li>
      ))}
    </ol>
  );
}
