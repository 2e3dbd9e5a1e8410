// A value before and after: what goes is struck through, what comes is blue. Safe in server components.
import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";

import { Chip } from "./chip";

export interface DiffValueProps {
  /** Name of the value. */
  label: ReactNode;
  before: ReactNode;
  after: ReactNode;
  /** Says why nothing changes, instead of a change. */
  note?: ReactNode;
}

/** One line: name, before, arrow, after. */
export function DiffValue({ label, before, after, note }: DiffValueProps) {
  return (
    <div className="grid min-h-[30px] grid-cols-[112px_minmax(0,1fr)_16px_minmax(0,1.6fr)] items-center gap-x-4 gap-y-1 max-md:grid-cols-1 max-md:py-1.5">
      <span className="text-foreground-3">{label}</span>
      {note === undefined ? <Before>{before}</Before> : <span className="truncate">{before}</span>}
      {note === undefined ? (
        <ArrowRight className="size-3.5 text-foreground-3 max-md:hidden" />
      ) : (
        <span className="max-md:hidden" />
      )}
      {note === undefined ? (
        <span className="flex min-w-0 flex-wrap gap-1.5">
          <span className="sr-only">becomes </span>
          {typeof after === "string" ? <Chip tone="info">{after}</Chip> : after}
        </span>
      ) : (
        <span className="text-pretty text-foreground-3">{note}</span>
      )}
    </div>
  );
}

function Before({ children }: { children: ReactNode }) {
  if (children === null || children === undefined || children === "")
    return <span className="text-foreground-3">–</span>;
  if (typeof children !== "string") return <span className="flex min-w-0 flex-wrap gap-1.5">{children}</span>;
  return <del className="min-w-0 truncate text-foreground-3 line-through">{children}</del>;
}
