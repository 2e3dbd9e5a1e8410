"use client";
// A checkbox: the browser's own, drawn by us, so it posts in forms and costs nothing in long tables.
import { useEffect, useRef } from "react";
import type { ComponentProps, ReactNode } from "react";

import { classNames } from "./class-names";
import { useControlProps } from "./field-context";

export interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "size" | "ref"> {
  /** Beside the box. Without it, give `aria-label`. */
  label?: ReactNode;
  /** A second line under the label. */
  description?: ReactNode;
  /** Some, not all. */
  indeterminate?: boolean | undefined;
  onCheckedChange?: ((checked: boolean) => void) | undefined;
}

const BOX =
  "peer size-4 before:absolute before:-inset-1.5 shrink-0 appearance-none rounded-xs border border-border-control bg-surface transition-colors checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent disabled:opacity-45 aria-invalid:border-danger";

/** A checkbox with its label; the whole line can be pressed. */
export function Checkbox({ label, description, className, ...rest }: CheckboxProps) {
  if (label === undefined) return <Box className={className} {...rest} />;
  return (
    <label className={classNames("inline-flex items-start gap-2.5", className)}>
      <Box {...rest} className="mt-0.5" />
      <span className="min-w-0">
        <span className={classNames("block text-foreground-2", rest.disabled === true && "opacity-45")}>
          {label}
        </span>
        {description !== undefined && <span className="block text-xs text-foreground-3">{description}</span>}
      </span>
    </label>
  );
}

function Box({ indeterminate = false, onCheckedChange, onChange, className, ...rest }: CheckboxProps) {
  const ref = useRef<HTMLInputElement>(null);
  const wired = useControlProps(rest);
  useEffect(() => {
    if (ref.current !== null) ref.current.indeterminate = indeterminate;
  });
  return (
    <span className={classNames("relative inline-flex size-4 shrink-0", className)}>
      <input
        {...rest}
        {...wired}
        ref={ref}
        type="checkbox"
        className={BOX}
        onChange={(event) => {
          onChange?.(event);
          onCheckedChange?.(event.currentTarget.checked);
        }}
      />
      <svg
        aria-hidden
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="pointer-events-none absolute inset-0 size-4 text-accent-foreground opacity-0 peer-checked:opacity-100 peer-indeterminate:opacity-0"
      >
        <path d="m4 8.4 2.7 2.6L12 5.4" />
      </svg>
      <svg
        aria-hidden
        viewBox="0 0 16 16"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        className="pointer-events-none absolute inset-0 size-4 text-accent-foreground opacity-0 peer-indeterminate:opacity-100"
      >
        <path d="M4.5 8h7" />
      </svg>
    </span>
  );
}
