"use client";
// A labelled control: label above, the control, then what helps or what is wrong. It wires label, description and
// error to whichever control is inside (Input, Select, Combobox, Textarea, …).
import { CircleAlert } from "lucide-react";
import { useId } from "react";
import type { ReactNode } from "react";

import { classNames } from "./class-names";
import { FieldContext } from "./field-context";

export interface FieldProps {
  label: ReactNode;
  /** Below the control; stays when there is an error. */
  description?: ReactNode;
  /** What is wrong and what to do, in plain words. Announced when it appears. */
  error?: ReactNode;
  required?: boolean | undefined;
  /** Marks the label "optional": for forms where most fields are required. */
  optional?: boolean | undefined;
  disabled?: boolean | undefined;
  /** At the end of the label's line, e.g. a link. */
  aside?: ReactNode;
  /** Larger label for forms on phones and on their own page. */
  size?: "md" | "lg" | undefined;
  /** Keep the label for assistive technology only. */
  hideLabel?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** Label, control, help and error, wired together. Takes exactly one control. */
export function Field(props: FieldProps) {
  const { label, description, error, required = false, optional = false, disabled = false } = props;
  const { aside, size = "md", hideLabel = false, className, children } = props;
  const id = useId();
  const invalid = isShown(error);
  const describedBy = [isShown(description) ? `${id}-help` : "", invalid ? `${id}-error` : ""]
    .join(" ")
    .trim();
  const wiring = {
    controlId: `${id}-control`,
    labelId: `${id}-label`,
    describedBy: describedBy === "" ? undefined : describedBy,
    invalid,
    required,
    disabled,
  };
  const text = size === "lg" ? "text-base md:text-sm" : "text-sm";
  return (
    <FieldContext value={wiring}>
      <div className={classNames("flex min-w-0 flex-col", className)}>
        <div className={classNames("flex items-baseline justify-between gap-3", !hideLabel && "mb-1.5")}>
          <label
            id={wiring.labelId}
            htmlFor={wiring.controlId}
            className={classNames(hideLabel ? "sr-only" : "font-medium text-foreground", text)}
          >
            {label}
            {optional && <span className="ml-1.5 font-normal text-foreground-3">optional</span>}
          </label>
          {aside}
        </div>
        {children}
        <FieldError id={`${id}-error`}>{error}</FieldError>
        {isShown(description) && (
          <p id={`${id}-help`} className="mt-1.5 text-xs text-pretty text-foreground-3">
            {description}
          </p>
        )}
      </div>
    </FieldContext>
  );
}

/** The error line; its place is always there so that a new error is announced. */
function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={id} aria-live="polite">
      {isShown(children) && (
        <p className="mt-1.5 flex gap-1.5 text-xs text-danger">
          <CircleAlert className="mt-px size-3.5" />
          <span className="text-pretty">{children}</span>
        </p>
      )}
    </div>
  );
}

function isShown(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== false && node !== "";
}
