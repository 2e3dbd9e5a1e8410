// The turning ring of something busy for a moment. Longer work shows Progress; first paint shows Skeleton.
import { classNames } from "./class-names";

/** A 14 px ring; hidden from assistive technology, so the busy element says it in words or by aria-busy. */
export function Spinner({ className }: { className?: string | undefined }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      className={classNames("size-3.5 shrink-0 animate-spin", className)}
    >
      <path d="M13.9 6.4A6.25 6.25 0 1 1 9.6 1.95" />
    </svg>
  );
}
