"use client";
// Several lines of text; grows with what is typed.
import type { ComponentProps } from "react";

import { classNames } from "./class-names";
import { useControlProps } from "./field-context";
import { controlClass } from "./input";

export interface TextareaProps extends ComponentProps<"textarea"> {
  mono?: boolean | undefined;
}

/** A text area of at least `rows` lines (3). */
export function Textarea({ mono = false, rows = 3, className, ...rest }: TextareaProps) {
  const wired = useControlProps(rest);
  return (
    <textarea
      rows={rows}
      {...rest}
      {...wired}
      className={classNames(
        controlClass,
        "focus-field field-sizing-content max-h-80 min-h-16 resize-y rounded-sm px-2.5 py-1.5 text-sm max-md:text-md",
        mono && "font-mono",
        className,
      )}
    />
  );
}
