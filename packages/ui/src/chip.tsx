"use client";
// A small thing with a name: one of several values in a cell or a field. With `onRemove` it can be taken away.
import { X } from "lucide-react";
import type { ReactNode } from "react";

import { classNames } from "./class-names";

export interface ChipProps {
  icon?: ReactNode;
  size?: "sm" | "md" | undefined;
  /** Marks a value as being added or taken away. */
  tone?: "info" | "removed" | undefined;
  onRemove?: (() => void) | undefined;
  removeLabel?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** A name in a quiet box. */
export function Chip({
  icon,
  size = "sm",
  tone,
  onRemove,
  removeLabel = "Remove",
  className,
  children,
}: ChipProps) {
  return (
    <span
      className={classNames(
        "inline-flex max-w-full items-center gap-1 rounded-xs align-middle [&_.lucide]:size-3.5",
        size === "sm" ? "h-5 px-1.5 text-xs" : "h-6 px-2 text-sm",
        tone === "info" && "border border-info-border bg-info-soft font-medium text-info",
        tone === "removed" && "bg-muted text-foreground-3 line-through",
        tone === undefined && "bg-muted text-foreground-2 group-data-selected/row:bg-muted-strong",
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
      {onRemove !== undefined && (
        <button
          type="button"
          aria-label={`${removeLabel} ${typeof children === "string" ? children : ""}`.trim()}
          onClick={onRemove}
          className="-mr-0.5 flex size-4 items-center justify-center rounded-xs text-foreground-3 hover:bg-muted-strong hover:text-foreground"
        >
          <X />
        </button>
      )}
    </span>
  );
}

/** The first `limit` names as chips, then how many more: "Staff +2", all of them on hover. */
export function ChipList({ names, limit = 1 }: { names: readonly string[]; limit?: number | undefined }) {
  if (names.length === 0) return null;
  const rest = names.length - limit;
  return (
    <span className="flex min-w-0 items-center gap-1" title={rest > 0 ? names.join(", ") : undefined}>
      {names.slice(0, limit).map((name) => (
        <Chip key={name} className="min-w-0">
          {name}
        </Chip>
      ))}
      {rest > 0 && <span className="tabular shrink-0 text-xs text-foreground-3">+{rest}</span>}
    </span>
  );
}

/** A dashed place where another can be added: "+ Filter". */
export function AddChip(props: React.ComponentProps<"button"> & { icon?: ReactNode; kbd?: ReactNode }) {
  const { icon, kbd, className, children, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={classNames(
        "inline-flex h-[26px] shrink-0 items-center gap-1.5 rounded-sm border border-dashed border-border px-2 text-xs text-foreground-3 transition-colors hover:border-border-control hover:text-foreground aria-expanded:bg-muted aria-expanded:text-foreground [&_.lucide]:size-3.5",
        className,
      )}
    >
      {icon}
      {children}
      {kbd}
    </button>
  );
}
