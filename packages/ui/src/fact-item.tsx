// Something that is so or will be so, with its mark: a line of a list that only informs. Safe in server components.
import type { ReactNode } from "react";

import type { Tone } from "./badge";
import { toneText } from "./badge";

export interface FactItemProps {
  icon: ReactNode;
  tone?: Tone | undefined;
  title: ReactNode;
  detail?: ReactNode;
  /** At the end: a small Button or a figure. */
  end?: ReactNode;
}

/** Icon, words, a quiet second line. */
export function FactItem({ icon, tone = "neutral", title, detail, end }: FactItemProps) {
  return (
    <div className="flex items-start gap-3 py-1">
      <span className={`mt-0.5 flex shrink-0 [&_.lucide]:size-3.5 ${toneText[tone]}`}>{icon}</span>
      <div className="min-w-0 flex-1">
        <div className="text-pretty text-foreground">{title}</div>
        {detail !== undefined && <div className="text-xs text-pretty text-foreground-3">{detail}</div>}
      </div>
      {end}
    </div>
  );
}
