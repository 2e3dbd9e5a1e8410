"use client";
// A filter in words: field, verb, value. Verb and value each open their own menu or popover; the cross takes it away.
import { X } from "lucide-react";
import type { ComponentProps, ReactElement, ReactNode } from "react";

import { classNames } from "./class-names";

export interface FilterChipProps {
  field: ReactNode;
  /** "is", "is not", "in". A FilterPart inside a Menu's trigger, or plain words. */
  verb: ReactNode;
  value: ReactNode;
  onRemove: () => void;
  /** Names the cross: "Remove filter Department". */
  removeLabel: string;
}

/** The chip. Parts that open something are `<Menu trigger={<FilterPart>is</FilterPart>}>…`. */
export function FilterChip({ field, verb, value, onRemove, removeLabel }: FilterChipProps): ReactElement {
  return (
    <span className="inline-flex h-[26px] max-w-full shrink-0 items-stretch divide-x divide-border rounded-sm border border-border bg-surface text-xs">
      <span className="flex items-center px-2 text-foreground-2">{field}</span>
      {wrap(verb, "text-foreground-3")}
      {wrap(value, "font-medium text-foreground")}
      <button
        type="button"
        aria-label={removeLabel}
        onClick={onRemove}
        className="flex w-6 items-center justify-center rounded-r-[5px] text-foreground-3 hover:bg-muted hover:text-foreground"
      >
        <X className="size-3" />
      </button>
    </span>
  );
}

/** The verb or the value of a FilterChip, as something to press. */
export function FilterPart({
  strong = false,
  className,
  ...rest
}: ComponentProps<"button"> & { strong?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(
        "flex max-w-60 min-w-0 items-center gap-1.5 truncate px-2 hover:bg-muted aria-expanded:bg-muted focus-visible:z-1 [&_.lucide]:size-3.5",
        strong ? "font-medium text-foreground" : "text-foreground-3",
        className,
      )}
    />
  );
}

function wrap(part: ReactNode, look: string): ReactNode {
  if (typeof part !== "string") return part;
  return <span className={`flex items-center px-2 ${look}`}>{part}</span>;
}
