// Decoration: rows of tallies that grow darker, the last one in ink. Still, drawn from tokens, hidden from assistive
// technology. Safe in server components.
import type { ReactNode } from "react";

export interface TallyFieldProps {
  /** Rows of tallies. */
  count?: number | undefined;
  /** Words at the foot. */
  children?: ReactNode;
}

const COLUMNS = 15;
const LAST = 9;

/** Fills its place. */
export function TallyField({ count = 9, children }: TallyFieldProps) {
  return (
    <div className="relative flex h-full flex-col justify-between overflow-hidden bg-canvas px-10 py-11">
      <div aria-hidden className="flex flex-col gap-[22px]">
        {Array.from({ length: count }, (_, row) => {
          const last = row === count - 1;
          return (
            <div key={row} className="flex gap-[18px]">
              {Array.from({ length: last ? LAST : COLUMNS }, (_, column) =>
                last && column === LAST - 1 ? (
                  <Tally key={column} opacity={1} ink="var(--foreground)" strike="var(--accent-text)" />
                ) : (
                  <Tally key={column} opacity={0.4 + (0.6 * row) / count} ink="var(--border-strong)" />
                ),
              )}
            </div>
          );
        })}
      </div>
      <div className="relative">{children}</div>
    </div>
  );
}

function Tally({
  opacity,
  ink,
  strike = ink,
}: {
  opacity: number;
  ink: string;
  strike?: string | undefined;
}) {
  return (
    <svg
      width={40}
      height={40}
      viewBox="0 0 24 24"
      fill="none"
      strokeWidth="1.7"
      strokeLinecap="round"
      className="shrink-0"
      style={{ opacity }}
    >
      <path stroke={ink} d="M5.25 5v14M9.75 5v14M14.25 5v14M18.75 5v14" />
      <path stroke={strike} d="M2.25 15.75 21.75 8.25" />
    </svg>
  );
}
