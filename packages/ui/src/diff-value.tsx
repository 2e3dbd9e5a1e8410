// A value before and after: what goes is struck through, what comes is blue. Safe in server components.
import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";

import type { Tone } from "./badge";
import { toneSolid } from "./badge";
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

/** The changes of one thing, with a stroke at the side in the colour of what they do. */
export function DiffList({ tone = "info", children }: { tone?: Tone | undefined; children: ReactNode }) {
  return (
    <div className="py-2.5 pr-5 [padding-left:calc(var(--inset,16px)+46px)] max-md:pl-4">
      <div className="relative pl-4">
        <span aria-hidden className={`absolute inset-y-0 left-0 w-0.5 rounded-full ${toneSolid[tone]}`} />
        {children}
      </div>
    </div>
  );
}

function Before({ children }: { children: ReactNode }) {
  if (children === null || children === undefined || children === "")
    return <span className="text-foreground-3">–</span>;
  if (typeof children !== "string") return <span className="flex min-w-0 flex-wrap gap-1.5">{children}</span>;
  return <del className="min-w-0 truncate text-foreground-3 line-through">{children}</del>;
}
