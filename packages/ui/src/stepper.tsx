// Where one is in a short sequence: done steps have a check mark and can be links back, the current one is filled.
// Safe in server components.
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";

import { classNames } from "./class-names";
import { renderElement } from "./render-element";

export interface Step {
  label: ReactNode;
  /** Makes a done step a way back: `<Link href="…" />`. */
  link?: ReactElement | undefined;
}

export interface StepperProps {
  /** What is being done, for assistive technology. */
  label: string;
  steps: readonly Step[];
  /** Index of the current step, from 0; `steps.length` when all are done. */
  current: number;
  className?: string | undefined;
}

export type StepState = "done" | "current" | "ahead";

/** Where the step with this index stands when `current` is the current one. */
export function stepState(index: number, current: number): StepState {
  if (index < current) return "done";
  return index === current ? "current" : "ahead";
}

const DISC: Record<StepState, string> = {
  done: "border-border-strong text-foreground-2",
  current: "border-foreground bg-foreground font-semibold text-background",
  ahead: "border-border-strong text-foreground-3",
};

const SAID: Record<StepState, string> = { done: "done: ", current: "", ahead: "" };

/** The steps on one line, a stroke between them. */
export function Stepper({ label, steps, current, className }: StepperProps) {
  return (
    <ol aria-label={label} className={classNames("flex items-center gap-2", className)}>
      {steps.map((step, index) => {
        const state = stepState(index, current);
        return (
          <li
            key={index}
            aria-current={state === "current" ? "step" : undefined}
            className={classNames(
              "flex items-center gap-2 not-first:before:h-px not-first:before:w-5",
              state === "ahead" ? "not-first:before:bg-border-strong" : "not-first:before:bg-foreground-3",
            )}
          >
            <StepBody step={step} index={index} state={state} />
          </li>
        );
      })}
    </ol>
  );
}

function StepBody({ step, index, state }: { step: Step; index: number; state: StepState }) {
  const content = (
    <>
      <span
        className={classNames(
          "tabular flex size-[18px] shrink-0 items-center justify-center rounded-full border text-2xs",
          DISC[state],
        )}
      >
        {state === "done" ? <Check className="size-3" /> : index + 1}
      </span>
      <span
        className={state === "current" ? "font-medium text-foreground" : "text-foreground-3 max-md:sr-only"}
      >
        <span className="sr-only">{SAID[state]}</span>
        {step.label}
      </span>
    </>
  );
  const look = "flex items-center gap-2 rounded-xs no-underline";
  if (step.link === undefined || state !== "done") return <span className={look}>{content}</span>;
  return renderElement(step.link, "a", {
    className: `${look} hover:[&>span]:text-foreground`,
    children: content,
  });
}
