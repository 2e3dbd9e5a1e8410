// The two lines of a row on a phone: who at the start, how at the end. For DataGrid's `renderCompact`.
import { Check } from "lucide-react";
import type { ReactNode } from "react";

export interface CompactRowProps {
  /** An Avatar of size lg; a check mark takes its place while the row is selected. */
  leading?: ReactNode;
  selected?: boolean | undefined;
  title: ReactNode;
  detail?: ReactNode;
  /** At the end: a state. */
  end?: ReactNode;
  /** Under it: a time. */
  endDetail?: ReactNode;
}

/** Title and detail at the start, state and time at the end. */
export function CompactRow({ leading, selected = false, title, detail, end, endDetail }: CompactRowProps) {
  return (
    <div className="flex items-center gap-3">
      {selected ? (
        <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent text-accent-foreground">
          <Check />
        </span>
      ) : (
        leading
      )}
      <div className="min-w-0 flex-1">
        <div className="truncate text-base font-medium text-foreground">{title}</div>
        {detail !== undefined && <div className="truncate text-foreground-3">{detail}</div>}
      </div>
      <div className="shrink-0 text-right">
        {end !== undefined && <div className="flex h-5 items-center justify-end">{end}</div>}
        {endDetail !== undefined && <div className="text-xs leading-5 text-foreground-3">{endDetail}</div>}
      </div>
    </div>
  );
}
