"use client";
/** The stages of a commit, one line each: done, going on, still to come. */
import { Card } from "@rollcall/ui";
import { Circle, CircleCheck, CircleDot } from "lucide-react";
import type { Stage, StageState } from "./describe-progress";

const marks: Record<StageState, { icon: React.ReactNode; said: string; look: string }> = {
  done: { icon: <CircleCheck className="text-success" />, said: "done", look: "text-foreground" },
  now: {
    icon: <CircleDot className="text-accent-text" />,
    said: "going on",
    look: "font-semibold text-foreground",
  },
  ahead: { icon: <Circle className="text-foreground-3" />, said: "to come", look: "text-foreground-3" },
};

export function StageList({ stages }: { stages: readonly Stage[] }) {
  return (
    <Card flush className="mt-8">
      <ol aria-label="Stages">
        {stages.map((stage) => {
          const { icon, said, look } = marks[stage.state];
          return (
            <li
              key={stage.id}
              aria-current={stage.state === "now" ? "step" : undefined}
              className="flex min-h-11 items-center gap-3 border-border px-4 py-2 not-first:border-t"
            >
              {icon}
              <span className={`min-w-0 flex-1 ${look}`}>
                {stage.label}
                <span className="sr-only">, {said}</span>
              </span>
              <span
                className={`tabular shrink-0 ${stage.state === "now" ? "text-foreground" : "text-foreground-3"}`}
              >
                {stage.detail}
              </span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
