// The stages of long work, one below the other: done, running, still to come, stopped. Safe in server components.
import { Circle, CircleCheck, CircleDot, CircleX } from "lucide-react";
import type { ReactNode } from "react";

import { classNames } from "./class-names";

export type StageState = "done" | "running" | "waiting" | "failed";

export interface Stage {
  key: string;
  label: ReactNode;
  state: StageState;
  /** In the middle: how long it took. */
  detail?: ReactNode;
  /** At the end: how much of how much. */
  figure?: ReactNode;
}

const MARKS: Record<StageState, ReactNode> = {
  done: <CircleCheck className="text-success" />,
  running: <CircleDot className="text-accent-text" />,
  waiting: <Circle className="text-foreground-4" />,
  failed: <CircleX className="text-danger" />,
};

const SAID: Record<StageState, string> = {
  done: "done",
  running: "running",
  waiting: "waiting",
  failed: "stopped",
};

/** A box with a line per stage. */
export function StageList({ label, stages }: { label: string; stages: readonly Stage[] }) {
  return (
    <ol aria-label={label} className="overflow-hidden rounded-md border border-border bg-surface">
      {stages.map((stage) => (
        <li
          key={stage.key}
          aria-current={stage.state === "running" ? "step" : undefined}
          className={classNames(
            "grid min-h-11 grid-cols-[16px_minmax(0,1fr)_auto] items-center gap-x-3 border-border-subtle px-4 not-first:border-t md:grid-cols-[16px_minmax(0,1.4fr)_minmax(0,0.6fr)_auto]",
            stage.state === "waiting" ? "text-foreground-3" : "text-foreground",
          )}
        >
          {MARKS[stage.state]}
          <span className={stage.state === "running" ? "font-medium" : undefined}>
            {stage.label}
            <span className="sr-only">, {SAID[stage.state]}</span>
          </span>
          <span className="tabular text-foreground-3 max-md:hidden">{stage.detail}</span>
          <span
            className={classNames("tabular text-right", stage.state !== "running" && "text-foreground-3")}
          >
            {stage.figure}
          </span>
        </li>
      ))}
    </ol>
  );
}
