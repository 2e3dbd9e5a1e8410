"use client";
// On or off, at once. For a choice that is sent with a form, use Checkbox.
import type { ComponentProps, ReactNode } from "react";

import { classNames } from "./class-names";
import { useControlProps } from "./field-context";

export interface SwitchProps extends Omit<ComponentProps<"input">, "type" | "size" | "role"> {
  /** Beside it. Without it, give `aria-label` or put it in a Field. */
  label?: ReactNode;
  description?: ReactNode;
  onCheckedChange?: ((checked: boolean) => void) | undefined;
}

/** A switch; Space toggles it. */
export function Switch({ label, description, className, ...rest }: SwitchProps) {
  if (label === undefined) return <Track {...rest} className={className} />;
  return (
    <label className={classNames("flex items-start justify-between gap-4", className)}>
      <span className="min-w-0">
        <span className="block text-foreground">{label}</span>
        {description !== undefined && (
          <span className="block text-xs text-pretty text-foreground-3">{description}</span>
        )}
      </span>
      <Track {...rest} className="mt-px" />
    </label>
  );
}

function Track({ onCheckedChange, onChange, className, ...rest }: SwitchProps) {
  const wired = useControlProps(rest);
  return (
    <input
      {...rest}
      {...wired}
      type="checkbox"
      role="switch"
      className={classNames(
        "relative h-4.5 w-7.5 shrink-0 appearance-none align-middle rounded-full bg-border-control transition-colors before:absolute before:top-0.5 before:left-0.5 before:size-3.5 before:rounded-full before:bg-accent-foreground before:shadow-sm before:transition-[translate] before:duration-(--speed) checked:bg-accent checked:before:translate-x-3 disabled:opacity-45",
        className,
      )}
      onChange={(event) => {
        onChange?.(event);
        onCheckedChange?.(event.currentTarget.checked);
      }}
    />
  );
}
