"use client";
// One line of text. Inside a Field it takes its id and its error from there. `leading` and `trailing` sit in the box.
import type { ComponentProps, ReactNode } from "react";

import { classNames } from "./class-names";
import { useControlProps } from "./field-context";

export type ControlSize = "sm" | "md" | "lg" | "touch" | "page";

export interface InputProps extends Omit<ComponentProps<"input">, "size"> {
  /** sm 26 px (tables), md 32 px, lg 40 px (forms on their own page), touch 48 px (phones), page 40 or 48 by the screen. */
  size?: ControlSize | undefined;
  /** Inside, before the text: an icon or a short word. */
  leading?: ReactNode;
  /** Inside, after the text: a key, a button, a unit. */
  trailing?: ReactNode;
  /** Raw values of a file are set in mono. */
  mono?: boolean | undefined;
}

/** Shape and colours of anything one types or chooses in. */
export const controlClass =
  "w-full min-w-0 border border-border-strong bg-surface text-foreground transition-[border-color,box-shadow] disabled:border-border disabled:bg-transparent disabled:text-foreground-2 disabled:opacity-70 aria-invalid:border-danger";

export const controlSizes: Record<ControlSize, string> = {
  sm: "h-[26px] rounded-sm px-2 text-xs max-md:h-9 max-md:text-md",
  md: "h-8 rounded-sm px-2.5 text-sm max-md:h-11 max-md:text-md",
  lg: "h-10 rounded-sm px-3 text-base max-md:h-11 max-md:text-md",
  touch: "h-12 rounded-md px-3.5 text-md",
  page: "h-12 rounded-md px-3.5 text-md md:h-10 md:rounded-sm md:px-3 md:text-base",
};

/** A text input. */
export function Input({ size = "md", leading, trailing, mono = false, className, ...rest }: InputProps) {
  const wired = useControlProps(rest);
  const bare = leading === undefined && trailing === undefined;
  const input = (
    <input
      {...rest}
      {...wired}
      className={classNames(
        controlClass,
        controlSizes[size],
        "read-only:bg-subtle focus-field",
        mono && "font-mono",
        leading !== undefined && (size === "touch" ? "pl-11" : "pl-8.5"),
        trailing !== undefined && (size === "touch" ? "pr-12" : "pr-9"),
        bare && className,
      )}
    />
  );
  if (bare) return input;
  return (
    <div className={classNames("relative w-full", className)}>
      {leading !== undefined && <Slot at="left-2.5">{leading}</Slot>}
      {input}
      {trailing !== undefined && <Slot at={size === "touch" ? "right-2" : "right-1.5"}>{trailing}</Slot>}
    </div>
  );
}

function Slot({ at, children }: { at: string; children: ReactNode }) {
  return (
    <span
      className={`pointer-events-none absolute inset-y-0 flex items-center text-foreground-3 [&>*]:pointer-events-auto ${at}`}
    >
      {children}
    </span>
  );
}
