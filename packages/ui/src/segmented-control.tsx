"use client";
// One of two to five short words, side by side: a period, a view. Native radio buttons, so arrow keys just work.
import { useId } from "react";
import type { ReactNode } from "react";

import { classNames } from "./class-names";

export interface SegmentOption<Value extends string = string> {
  value: Value;
  label: ReactNode;
  icon?: ReactNode;
  disabled?: boolean | undefined;
}

export interface SegmentedControlProps<Value extends string = string> {
  /** What is chosen, for assistive technology. */
  label: string;
  options: readonly SegmentOption<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  disabled?: boolean | undefined;
  className?: string | undefined;
}

/** The words in a quiet trough, the chosen one raised. */
export function SegmentedControl<Value extends string = string>(props: SegmentedControlProps<Value>) {
  const { label, options, value, onValueChange, disabled, className } = props;
  const name = useId();
  return (
    <fieldset
      disabled={disabled}
      className={classNames("inline-flex shrink-0 rounded-sm bg-muted p-0.5 disabled:opacity-45", className)}
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="relative flex h-6 items-center gap-1.5 rounded-[5px] border border-transparent px-2.5 text-xs whitespace-nowrap text-foreground-3 transition-colors hover:text-foreground has-checked:border-border has-checked:bg-surface has-checked:font-medium has-checked:text-foreground has-checked:shadow-xs has-disabled:opacity-45 has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-ring [&_.lucide]:size-3.5"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onValueChange(option.value)}
            className="absolute inset-0 appearance-none outline-none"
          />
          {option.icon}
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
