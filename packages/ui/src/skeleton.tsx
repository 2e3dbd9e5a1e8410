// What stands in for what is still coming: the same height, no words. Announced once, by the region that loads.
import { classNames } from "./class-names";

/** A grey bar; give it a width and, if not text, a height. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return (
    <span
      aria-hidden
      className={classNames("block h-2.5 animate-breathe rounded-full bg-muted", className)}
    />
  );
}

const WIDTHS = ["w-28", "w-22", "w-32", "w-24", "w-36"];
const ENDS = ["w-14", "w-10", "w-16"];

export interface SkeletonRowsProps {
  rows?: number | undefined;
  /** A disc at the start, where an avatar will be. */
  avatar?: boolean | undefined;
  /** What is loading, for assistive technology. */
  label?: string | undefined;
}

/** Rows of 34 px with hairlines, as a table will have. */
export function SkeletonRows({ rows = 6, avatar = false, label = "Loading" }: SkeletonRowsProps) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div
          key={row}
          className="flex h-[34px] items-center gap-3 border-b border-border-subtle px-5 last:border-b-0"
        >
          {avatar && <span aria-hidden className="size-5.5 shrink-0 animate-breathe rounded-full bg-muted" />}
          <Skeleton className={WIDTHS[row % WIDTHS.length]} />
          <Skeleton className={classNames("max-md:hidden", WIDTHS[(row + 2) % WIDTHS.length])} />
          <Skeleton className={classNames("ml-auto", ENDS[row % ENDS.length])} />
        </div>
      ))}
    </div>
  );
}
