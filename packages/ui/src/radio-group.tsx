"use client";
// One of a few, all in sight: radio buttons with room for an explanation. Native inputs, so arrow keys just work.
import { useId } from "react";
import type { ReactNode } from "react";

import { classNames } from "./class-names";

export interface RadioOption<Value extends string = string> {
  value: Value;
  label: ReactNode;
  description?: ReactNode;
  disabled?: boolean | undefined;
  /** Under the option while it is chosen: a field that belongs to it. */
  children?: ReactNode;
}

export interface RadioGroupProps<Value extends string = string> {
  /** The question. */
  label: ReactNode;
  hideLabel?: boolean | undefined;
  options: readonly RadioOption<Value>[];
  value?: Value | undefined;
  defaultValue?: Value | undefined;
  onValueChange?: ((value: Value) => void) | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
  /** Boxes with a line around them, for a choice that is the point of the page. */
  boxed?: boolean | undefined;
  className?: string | undefined;
}

const DOT =
  "mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-border-control bg-surface transition-[border-width,border-color] checked:border-[5px] checked:border-accent checked:bg-accent-foreground disabled:opacity-45";

/** A question and its answers. */
export function RadioGroup<Value extends string = string>(props: RadioGroupProps<Value>) {
  const {
    label,
    hideLabel = false,
    options,
    value,
    defaultValue,
    onValueChange,
    boxed = false,
    className,
  } = props;
  const ownName = useId();
  const controlled = value !== undefined;
  return (
    <fieldset className={classNames("min-w-0", className)} disabled={props.disabled}>
      <legend className={hideLabel ? "sr-only" : "mb-1.5 font-medium"}>{label}</legend>
      <div className={classNames("flex flex-col", boxed ? "gap-2" : "gap-2.5")}>
        {options.map((option) => (
          <div key={option.value}>
            <label
              className={classNames(
                "flex items-start gap-2.5",
                boxed &&
                  "rounded-md border border-border bg-surface px-3 py-2.5 shadow-xs has-checked:border-accent-border has-checked:bg-accent-soft",
              )}
            >
              <input
                type="radio"
                name={props.name ?? ownName}
                value={option.value}
                disabled={option.disabled}
                {...(controlled
                  ? { checked: option.value === value, onChange: () => onValueChange?.(option.value) }
                  : {
                      defaultChecked: option.value === defaultValue,
                      onChange: () => onValueChange?.(option.value),
                    })}
                className={DOT}
              />
              <span className={classNames("min-w-0", option.disabled === true && "opacity-45")}>
                <span className="block text-foreground">{option.label}</span>
                {option.description !== undefined && (
                  <span className="block text-xs text-pretty text-foreground-3">{option.description}</span>
                )}
              </span>
            </label>
            {option.value === value && option.children !== undefined && (
              <div className="mt-2 ml-6.5">{option.children}</div>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
